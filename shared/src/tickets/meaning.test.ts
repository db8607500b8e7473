import { emptinessOf } from './meaning'

describe('a reply that says nothing', () => {
  it.each(['', '   ', '.', '。。。', '👍', '啊啊啊', '1', '\u200b\u3000', '[呲牙]', '【玫瑰】【玫瑰】', '嗯嗯', '明天'])('%j is blank', (text) => {
    expect(emptinessOf(text)).toBe('blank')
  })

  it.each([
    '收到', '收到！', '收到收到', '收到收到收到', '您好，已收到。', '好的，谢谢', 'OK', 'ok收到', '好的，收到！', '收到了，马上处理', '知道了，会处理的',
    '雷芳收到', '正在处理中', '已转相关部门', '尽快', '王阿姨好', '我们会尽快处理，请您放心', '您的诉求已登记受理', '自动回复：我现在有事不在',
    '我现在有事不在，一会再和您联系', '我正在开会，稍后联系您',
  ])('%j is a receipt', (text) => {
    expect(emptinessOf(text)).toBe('receipt')
  })

  it.each(['我是＿＿，今天＿＿点到您家', '我是李强，今天__点到'])('%j is unfilled', (text) => {
    expect(emptinessOf(text)).toBe('unfilled')
  })

  it.each([
    '我和老张十点半到您家看', '村里没有这笔钱，明天我去街道问', '今天下午3点来修', '电工已经出发', '请拨12345', '我去看看', '已修好', '修好了',
    '收到，我去看看', '好的，电工明天来', '王阿姨您好，我十点到', '我在开会，十一点到您家', '垃圾已经处理干净', '马上到您家门口',
  ])('%j says something', (text) => {
    expect(emptinessOf(text)).toBeNull()
  })
})
