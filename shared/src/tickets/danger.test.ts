import { emergencyNumbersFor } from './danger'

describe('emergencyNumbersFor', () => {
  const calls: readonly (readonly [string, string])[] = [
    ['火', '119'],
    ['后山着火了', '119'],
    ['隔壁起了火，烟很大', '119'],
    ['老王家 着 火 了', '119'],
    ['屋里冒浓烟', '119'],
    ['厨房一股煤气味', '119'],
    ['煤气漏了', '119'],
    ['天然气管子在漏', '119'],
    ['家里漏气', '119'],
    ['我爸晕倒了', '120'],
    ['奶奶叫不醒', '120'],
    ['喝了农药', '120'],
    ['有人触电', '120'],
    ['老人摔倒起不来', '120'],
    ['桥头出车祸了', '120'],
    ['有人打人', '110'],
    ['他拿刀过来了', '110'],
    ['我被他打了', '110'],
    ['孩子走丢了', '110'],
    ['奶奶早上出门到现在找不到', '110'],
    ['墙塌了', '119'],
    ['电线断了掉在路上', '119'],
    ['河水漫上来，三户人困在屋里', '119'],
    ['有人溺水', '119'],
    ['小孩掉到水塘里了', '119'],
  ]
  it.each(calls)('%s → %s first', (text, first) => {
    expect(emergencyNumbersFor(text)[0]).toBe(first)
  })

  it('names every number that fits, each once', () => {
    expect(emergencyNumbersFor('他放火打人，有人流血昏迷')).toEqual(['119', '120', '110'])
    expect(emergencyNumbersFor('小孩落水了')).toEqual(['119', '120'])
    expect(emergencyNumbersFor('他要跳楼')).toEqual(['120', '110'])
  })

  const harmless = [
    '', '路灯坏了三天', '去火车站的班车几点', '村里办火锅宴要不要报备', '灭火器过期了', '防火通道被堵', '煤气罐去哪里换', '煤气费怎么交',
    '天然气什么时候通到我们组', '请打我电话', '打我的手机 就行', '日子越过越红火', '孩子上学的事被打断了', '低保被打回来了没有', '下水道堵了，污水流到路上',
    '水费多收了', '生活困难想申请低保', '他说话让人恼火', '怎么预防溺水', '广场舞太吵', '下水道捅不开', '路边的树谁砍了', '妈妈的社保卡找不到了',
    '什么时候动手修路',
  ]
  it.each(harmless)('nothing for: %s', (text) => {
    expect(emergencyNumbersFor(text)).toEqual([])
  })
})
