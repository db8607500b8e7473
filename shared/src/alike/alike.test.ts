import fc from 'fast-check'
import { ALIKE_FROM, alikeness, byLikeness, mostAlike, saysEnough } from '.'

/** Two neighbours about one matter, each in his own words. */
const ONE_MATTER: readonly (readonly [string, string])[] = [
  ['晒谷坪那盏路灯不亮了，晚上去看孙子摸黑，怕摔跤', '晒谷坪的灯坏了'],
  ['路灯坏了', '村里的灯不亮，晚上黑漆漆'],
  ['三组路灯坏了好几天了', '3组的路灯不亮'],
  ['我家门口的下水道堵了，脏水漫到路上来了，臭得很', '阴沟堵住了，污水流了一地'],
  ['下水道堵了', '门口下水道又堵了，臭死了'],
  ['停水了，什么时候来水', '今天怎么没水了'],
  ['自来水停了两天了', '家里没水用，做不了饭'],
  ['又停电了', '我们这里没电，冰箱里的东西要坏了'],
  ['电压太低，空调带不动', '电压不够，电饭锅都煮不熟'],
  ['垃圾好几天没人清，臭死了', '垃圾桶满了没人收，堆得到处都是'],
  ['学校门口的路面全是坑', '小学门口路上有个大坑，骑车差点摔倒'],
  ['广场舞音响太吵，孩子写不了作业', '晚上广场那边放音响吵得睡不着'],
  ['有野狗追着小孩咬', '村里流浪狗太多，孩子不敢上学'],
  ['消防通道被车堵了', '有人把车停在消防通道上，救护车都进不来'],
  ['水渠塌了一段，田里浇不上水', '灌溉的水渠断了，秧苗要干死了'],
  ['桥上栏杆断了，孩子天天走', '小桥栏杆坏了很危险'],
  ['班车改点了也没人说一声', '班车怎么不来了，等了一个小时'],
  ['宽带断了三天', '家里上网没信号，宽带不通'],
  ['5栋电梯停了', '5栋的电梯坏了，老人下不了楼'],
  ['公厕没人打扫', '公厕又脏又臭，没人管'],
]

/** What only sounds alike: another thing, another place, one's own affair. */
const TWO_MATTERS: readonly (readonly [string, string])[] = [
  ['三组的路灯坏了', '五组的路灯不亮'],
  ['路灯坏了', '水管坏了'],
  ['晒谷坪的路灯不亮', '晒谷坪的垃圾没人清'],
  ['下水道堵了', '消防通道被车堵了'],
  ['低保怎么办', '低保批到哪一步了'],
  ['养老金这个月没到', '养老金认证怎么弄'],
  ['医保报销要带什么', '孩子的医保怎么交'],
  ['身份证丢了怎么补办', '户口本丢了补办要带什么'],
  ['停水了', '停电了'],
  ['3栋电梯坏了', '7栋电梯停了'],
  ['家门口的狗叫得睡不着', '广场舞音响吵得睡不着'],
  ['我妈走丢了', '我家鸡被偷了'],
  ['谢谢书记，麻烦您来看看', '麻烦书记帮我看看'],
  ['修路占了我家的地', '修水渠占了我家的地'],
  ['小学门口的路上有坑', '小学门口卖的零食过期了'],
  ['邻居盖房挡了我家的光', '邻居的树挡了我家的光'],
  ['合作医疗什么时候交', '班车什么时候来'],
  ['建议中午有人值班', '建议装个健身器材'],
  ['水库有人游泳', '水管有人挖断了'],
  ['打工被欠了工钱', '承包的鱼塘被欠了租金'],
]

describe('alikeness', () => {
  it.each(ONE_MATTER)('%s = %s', (one, other) => expect(alikeness(one, other)).toBeGreaterThanOrEqual(ALIKE_FROM))
  it.each(TWO_MATTERS)('%s ≠ %s', (one, other) => expect(alikeness(one, other)).toBeLessThan(ALIKE_FROM))

  it('does not take one of those twenty matters for another', () => {
    const pairs = ONE_MATTER.flatMap((one, at) =>
      ONE_MATTER.slice(at + 1).flatMap((other) => one.flatMap((text) => other.map((also) => [text, also] as const))))
    expect(pairs).toHaveLength(760)
    const wrong = pairs.filter(([one, other]) => alikeness(one, other) >= ALIKE_FROM)
    // In the table lamps, blocked drains, water and current that are gone each stand for several rows.
    const SAME = [/灯/, /下水道|阴沟/, /没?水了|停水|自来水|没水/, /停电|没电|电压/]
    expect(wrong.filter(([one, other]) => !SAME.some((thing) => thing.test(one) && thing.test(other)))).toEqual([])
  })

  it('is the same from both sides, 1 for the same words, and within 0 and 1 for any', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.array(fc.constantFrom('灯', '坏', '了', '三', '组', '3', '号', '水', '停', '，', '路', '低', '保', '桥', '头'), { maxLength: 20 }).map((all) => all.join('')),
    )
    fc.assert(fc.property(text, text, (one, other) => {
      const score = alikeness(one, other)
      expect(score).toBe(alikeness(other, one))
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }))
    for (const [one] of ONE_MATTER) expect(alikeness(one, one)).toBeCloseTo(1)
  })

  it('takes 三组 and 3组, １２号 and 12号 for one place, and no telephone for a place', () => {
    expect(alikeness('十二号的灯坏了', '１２号灯坏了')).toBeCloseTo(1)
    expect(alikeness('二十三栋停水', '23栋停水')).toBeCloseTo(1)
    expect(alikeness('13800001111', '13800001111')).toBe(0)
  })
})

describe('mostAlike', () => {
  const here = { latitude: 26.5012, longitude: 106.7012 }
  const there = { latitude: 26.5412, longitude: 106.7412 }
  const matter = (id: string, text: string, spot: typeof here | null = null) => ({ id, text, spot })

  it('shows the most alike first and leaves out the rest', () => {
    const found = mostAlike(matter('me', '村口的路灯不亮了'), [
      matter('dog', '野狗咬人'), matter('lamp-elsewhere', '桥头的路灯坏了'), matter('lamp', '灯坏了'), matter('same', '村口路灯不亮'),
    ], 3)
    expect(found.map((one) => one.matter.id)).toEqual(['same', 'lamp'])
  })

  it('takes less for alike where both are of one corner of the village, and nothing for alike that only is near', () => {
    const said = matter('me', '水管爆了一直冒水', here)
    const vague = '巷子口在冒水'
    expect(mostAlike(said, [matter('far', vague, there)], 3)).toEqual([])
    expect(mostAlike(said, [matter('near', vague, here)], 3).map((one) => [one.matter.id, one.isNear])).toEqual([['near', true]])
    expect(mostAlike(said, [matter('dog', '野狗咬人', here)], 3)).toEqual([])
  })

  it('ranks without leaving out', () => {
    expect(byLikeness(matter('me', '停电了'), [matter('dog', '野狗咬人'), matter('power', '没电')]).map((one) => one.matter.id))
      .toEqual(['power', 'dog'])
  })
})

test.each([['灯坏了', true], ['停水', true], ['书记您好', false], ['我', false], ['谢谢书记麻烦来个人', false], ['孩子的作业没人辅导', true]])(
  '%s: enough is said: %s', (text, enough) => expect(saysEnough(text)).toBe(enough),
)
