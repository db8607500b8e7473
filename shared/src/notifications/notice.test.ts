import { isOwnAbsence, noticeWords } from './notice'
import type { NoticeData, NoticeKind } from './notice-data'

const at = (text: string): number => Date.parse(`2026-09-${text}+08:00`)
const now = at('14T09:20')
const say = (kind: NoticeKind, data: NoticeData, seenAt = now): string => {
  const { title, body } = noticeWords(kind, data, seenAt)
  return `${title}｜${body}`
}

describe('what a cadre is told about his duty, as he reads it', () => {
  const running = { villageName: '柳树村', fromAt: now, days: ['2026-09-14'], ticketCount: 4, dueAt: at('14T09:50') }

  it('a running shift is named by the hour, today and when read a day later', () => {
    expect(say('duty-received', { ...running, personName: '李建国' }))
      .toBe('今天上午9:20起您值班｜柳树村 李建国的班转给您，4 件没回的事也一起转，最早的今天上午9:50前要回')
    expect(say('duty-handed-on', { ...running, personName: '陈明' }, at('15T08:00')))
      .toBe('昨天上午9:20起的班转走了｜柳树村 由陈明接，4 件没回的事也一起转')
  })

  it('coming days by their date, and a hole as one', () => {
    const days = ['2026-09-16', '2026-09-18']
    expect(say('duty-received', { villageName: '柳树村', days, personName: '李建国' })).toBe('9月16日 周三等 2 天您值班｜柳树村 李建国的班转给您')
    expect(say('duty-handed-on', { villageName: '柳树村', days })).toBe('9月16日 周三等 2 天的班转走了｜柳树村 还没有人接')
    expect(say('duty-received', { villageName: '柳树村', days: ['2026-09-15'] })).toBe('明天您值班｜柳树村 这个班原来没有人')
  })

  it('grievances that went without a day', () => {
    const went = { villageName: '柳树村', ticketCount: 2, dueAt: at('14T09:50') }
    expect(say('duty-received', { ...went, matter: '陈明没有接班' })).toBe('有 2 件没回的事转给您｜陈明没有接班，最早的今天上午9:50前要回')
    expect(say('duty-handed-on', { ...went, personName: '陈明' })).toBe('没回的事转走了｜柳树村 2 件，由陈明接着回')
  })

  it('an hour that has passed is not asked for any more', () => {
    const late = at('14T17:31')
    const went = { villageName: '柳树村', ticketCount: 2, dueAt: at('14T17:30') }
    expect(say('duty-received', { ...went, matter: '陈明没有接班' }, late)).toBe('有 2 件没回的事转给您｜陈明没有接班，有的已经过了时间')
    expect(say('duty-received', { ...went, days: ['2026-09-15'], personName: '李建国' }, late))
      .toBe('明天您值班｜柳树村 李建国的班转给您，2 件没回的事也一起转，有的已经过了时间')
    expect(say('shift-begins', { ...went, ticketCount: 1 }, late)).toBe('轮到您值班了｜柳树村 请点一下“接班”，有 1 件没回的事，已经过了时间')
    expect(say('shift-begins', went, at('14T17:30'))).toContain('最早的今天下午5:30前要回')
  })

  it('a shift that begins, and one that nobody took over', () => {
    expect(say('shift-begins', { villageName: '柳树村' })).toBe('轮到您值班了｜柳树村 请点一下“接班”')
    expect(say('shift-begins', { villageName: '柳树村', ticketCount: 1, dueAt: at('14T09:50') }))
      .toBe('轮到您值班了｜柳树村 请点一下“接班”，有 1 件没回的事，最早的今天上午9:50前要回')
    expect(isOwnAbsence('shift-absent', { villageName: '柳树村' })).toBe(true)
    expect(isOwnAbsence('shift-absent', { personName: '陈明' })).toBe(false)
    expect(isOwnAbsence('shift-begins', { villageName: '柳树村' })).toBe(false)
    expect(say('shift-absent', { villageName: '柳树村' })).toBe('您还没接班｜柳树村 过了半小时，请现在点一下“接班”')
    expect(say('shift-absent', { villageName: '柳树村', personName: '陈明' })).toBe('陈明没有接班｜柳树村 过了半小时还没接班')
  })

  it('swaps and holes', () => {
    const asked = { personName: '李建国', days: ['2026-09-15'] }
    expect(say('swap-asked', asked)).toBe('有人想和您换班｜李建国请您替他值明天的班，请答复')
    expect(say('swap-asked', { ...asked, returnOn: '2026-09-17' })).toBe('有人想和您换班｜李建国请您替他值明天的班，他替您值9月17日 周四的，请答复')
    expect(say('swap-answered', { personName: '陈明', matter: '答应了', days: ['2026-09-15'] })).toBe('换班有了答复｜陈明答应了，明天的班')
    expect(say('hole-met', { villageName: '柳树村', excerpt: '下水道堵了', dueAt: at('14T10:20') }))
      .toBe('有人说事，却没人值班｜柳树村 “下水道堵了” 请马上找人，今天上午10:20前要回应')
    expect(say('roster-holes', { villageName: '柳树村', month: '2026-09', count: 3 })).toBe('9月还有班没人｜柳树村 3 个班没有人，请找人补上')
  })
})

describe('what is told around the seal', () => {
  const pond = { villageName: '柳树村', excerpt: '鱼塘承包三年' }

  it('in plain words', () => {
    expect(say('seal-sign', pond)).toBe('用章要您签字｜柳树村 “鱼塘承包三年”')
    expect(say('seal-approved', pond)).toBe('三个人都签了，可以盖章｜柳树村 “鱼塘承包三年”')
    expect(say('seal-refused', { ...pond, personName: '简正' })).toBe('用章有人没有签｜“鱼塘承包三年” 简正没有签，看看为什么')
    expect(say('seal-voided', { ...pond, matter: '内容改了，要重新看、重新签' }))
      .toBe('您签的字不算了｜用章 “鱼塘承包三年” 内容改了，要重新看、重新签')
  })
})

it('tells the county number, village and whose it is, and a village the words', () => {
  const order = { orderNumber: '督〔2026〕1号', villageName: '柳树村', count: 3 }
  expect(say('order-issued', { ...order, subDistrictName: '青溪街道' }))
    .toBe('督办单 第 3 次｜督〔2026〕1号 柳树村有一件事一直没办完，请过问青溪街道')
  expect(say('order-issued', { ...order, excerpt: '下水道堵了' })).toBe('督办单 第 3 次｜督〔2026〕1号 柳树村 “下水道堵了”')
})

it('says of a matter that went elsewhere in whose hands it is, in the words of its track and of the lists', () => {
  const moved = { excerpt: '下水道堵了', unitName: '青溪街道' }
  // "由青溪街道办" reads as the name of an office.
  expect(say('matter-moved', moved)).toBe('您说的事换了地方办｜“下水道堵了” 现在在青溪街道手上，时间接着算')
  expect(say('follow-moved', moved)).toBe('您也遇到的事换了地方办｜“下水道堵了” 现在在青溪街道手上，时间接着算')
})
