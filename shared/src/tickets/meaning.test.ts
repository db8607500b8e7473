import { emptinessOf } from './meaning'

describe('a reply that says nothing', () => {
  it.each([
    ['', 'blank'], ['   ', 'blank'], ['.', 'blank'], ['。。。', 'blank'], ['👍', 'blank'], ['啊啊啊', 'blank'], ['1', 'blank'], ['\u200b\u3000', 'blank'],
    ['收到', 'receipt'], ['收到！', 'receipt'], ['收到收到', 'receipt'], ['您好，已收到。', 'receipt'], ['我现在有事不在，一会再和您联系', 'receipt'],
    ['我正在开会，稍后联系您', 'receipt'], ['好的，谢谢', 'receipt'], ['OK', 'receipt'],
    ['正在处理中', null], ['正在处理', 'receipt'], ['自动回复：我现在有事不在', 'receipt'],
    ['我是＿＿，今天＿＿点到您家', 'unfilled'], ['我是李强，今天__点到', 'unfilled'],
  ])('%j is %s', (text, emptiness) => {
    expect(emptinessOf(text)).toBe(emptiness)
  })

  it.each(['我和老张十点半到您家看', '村里没有这笔钱，明天我去街道问', '今天下午3点来修', '电工已经出发', '请拨12345'])('%j says something', (text) => {
    expect(emptinessOf(text)).toBeNull()
  })
})
