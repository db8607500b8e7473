import { HOUR_MS } from '@huiying/shared/kernel'
import type { MainView, TicketView } from '@huiying/shared/tickets'
import { COMMITTEE, cycleView, minutesLater, NO_WAYS, SECRETARY, SENT_AT, ticketRow, ticketView } from './testing/ticket-view'
import { trackOf } from './track'
import { trackOfRow } from './track-row'

const words = (ticket: TicketView, now: number) => trackOf(ticket, now).map(({ title, note }) => (note === undefined ? title : `${title}｜${note}`))
const states = (ticket: TicketView, now: number) => trackOf(ticket, now).map(({ state }) => state)

describe('trackOf', () => {
  it('begins with what was sent to whom, and says by when somebody answers', () => {
    const ticket = ticketView()
    expect(words(ticket, minutesLater(18))).toEqual([
      '已送达｜今天上午9:00 · 送到 李国强 书记', '还没人看', '等回应｜今天上午10:00 前有人回 · 还剩 42 分钟', '在办', '办结', '您来评',
    ])
    expect(states(ticket, minutesLater(18))).toEqual(['done', 'now', 'ahead', 'ahead', 'ahead', 'ahead'])
  })

  it('names who has read it, the first one first', () => {
    const readers = [{ ...COMMITTEE, at: minutesLater(9) }, { ...SECRETARY, at: minutesLater(4) }]
    const ticket = ticketView({ readers })
    expect(trackOf(ticket, minutesLater(18))[1]).toEqual({ key: 'read', title: '李国强 书记 等 2 人 已看', state: 'done', note: '今天上午9:04' })
    expect(states(ticket, minutesLater(18))[2]).toBe('now')
  })

  it('shows where it went as it happened: before the first look, before the answer, after it', () => {
    const village = { id: 'v1', kind: 'village', name: '石桥村' } as const
    const there = { id: 'v2', kind: 'village', name: '桃园社区' } as const
    const move = (number: number, minutes: number) => ({
      number, how: 'transfer', from: village, to: there, at: minutesLater(minutes), by: null, objectedAt: null, isUpheld: null,
    } as const)
    const titles = (minutes: number) => trackOf(ticketView({
      status: 'in-progress', readers: [{ ...SECRETARY, at: minutesLater(10) }], respondedAt: minutesLater(20), respondedBy: SECRETARY,
      ways: { ...NO_WAYS, holder: there, moves: [move(1, minutes)] },
    }), minutesLater(40)).map(({ title }) => title)
    const [read, went, answered] = ['李国强 书记 已看', '转给桃园社区', '已回应']
    expect(titles(5).slice(1, 4)).toEqual([went, read, answered])
    expect(titles(15).slice(1, 4)).toEqual([read, went, answered])
    expect(titles(30).slice(1, 5)).toEqual([read, answered, went, '在办，桃园社区在办'])
  })

  it('is honest about nobody answering', () => {
    const step = trackOf(ticketView({ responseMissed: true }), minutesLater(75))[2]
    expect(step).toEqual({ key: 'answer', title: '超过 1 小时没人回', state: 'late', note: '晚了 15 分钟，已经报给街道' })
  })

  it('keeps the mark of a late answer after everything went well', () => {
    const ticket = ticketView(
      { status: 'rated', respondedAt: minutesLater(80), respondedBy: SECRETARY, responseMissed: true },
      { closedAt: minutesLater(300), outcome: 'settled', rating: 'satisfied' },
    )
    expect(words(ticket, minutesLater(400)).slice(2)).toEqual([
      '超过 1 小时才回｜李国强 书记 · 今天上午10:20 · 晚了 20 分钟', '在办', '已办结：已解决｜今天下午2:00', '您评了：满意',
    ])
    expect(states(ticket, minutesLater(400))).toEqual(['done', 'done', 'late', 'done', 'done', 'done'])
  })

  it('tells of the supervision order while a closure is late, and of the lateness afterwards', () => {
    const answered = { status: 'in-progress', respondedAt: minutesLater(20), respondedBy: SECRETARY } as const
    const late = ticketView(answered, { closureMissed: true, orderNumber: '柳河督〔2026〕17号', orderCount: 2 })
    expect(trackOf(late, SENT_AT + 49 * HOUR_MS)[3]).toEqual({
      key: 'work', title: '还没办完', state: 'late', note: '晚了 1 天 1 小时，街道已督办 2 次',
    })
    const closed = ticketView(
      { ...answered, status: 'closed', answerUntil: SENT_AT + 200 * HOUR_MS },
      { closureMissed: true, closedAt: SENT_AT + 26 * HOUR_MS, outcome: 'not-accepted', notAcceptedReason: 'in-court' },
    )
    expect(words(closed, SENT_AT + 27 * HOUR_MS).slice(4)).toEqual([
      '已办结：不予受理｜今天上午11:00 · 晚了 2 小时才办完 · 已经在打官司或仲裁', '您来评｜9月22日 周二 下午5:00 前都能评，没办好也能说',
    ])
  })

  it('counts the rounds after a rejection, and says when the sub-district has it', () => {
    const again = ticketView(
      { status: 'in-progress', respondedAt: minutesLater(20), respondedBy: SECRETARY, heldBySubDistrict: true, earlierCycles: [cycleView({ rejected: true })] },
      { number: 3, startedAt: SENT_AT + 48 * HOUR_MS, closureDueAt: SENT_AT + 72 * HOUR_MS },
    )
    expect(trackOf(again, SENT_AT + 50 * HOUR_MS)[3]).toMatchObject({ title: '第 3 次办，街道在办', note: '明天上午9:00 前办完 · 还剩 22 小时' })
  })

  it('speaks of the villager to a cadre, and offers him no rating', () => {
    const ticket = ticketView({ role: 'handler', status: 'closed', respondedAt: minutesLater(20) }, { closedAt: minutesLater(60), outcome: 'explained' })
    expect(trackOf(ticket, minutesLater(90))[5]).toEqual({ key: 'rate', title: '等村民评', state: 'now' })
  })

  it('ends where it was withdrawn', () => {
    const timeline = [{ at: minutesLater(6), type: 'ticket.withdrawn', who: null, cycle: null }] as const
    expect(words(ticketView({ status: 'withdrawn', timeline }), minutesLater(30))).toEqual([
      '已送达｜今天上午9:00 · 送到 李国强 书记', '您撤回了，不用再办｜今天上午9:06',
    ])
  })

  it('of a merged one keeps what came late before, and says what comes late in the other', () => {
    const main: MainView = {
      ticketId: 't2', mergedAt: minutesLater(70), answerDueAt: minutesLater(60), finishDueAt: minutesLater(1_440), responseMissed: true,
      closureMissed: false, closedAt: null, outcome: null, apartUntil: null, answers: [],
    }
    const merged = (change: Partial<MainView> = {}, own: Partial<TicketView> = {}) =>
      ticketView({ responseMissed: true, ...own, together: { ...ticketView().together, main: { ...main, ...change } } })
    expect(words(merged(), minutesLater(75)).slice(1)).toEqual([
      '超过 1 小时没人回｜今天上午10:00 前该回的，已经报给街道', '和另一件事一起办｜今天上午10:10 并的 · 那一件没人回，晚了 15 分钟',
    ])
    expect(states(merged(), minutesLater(75))).toEqual(['done', 'late', 'late'])
    const ended = { answerDueAt: null, finishDueAt: null, closedAt: minutesLater(90), outcome: 'settled' } as const
    expect(words(merged(ended), minutesLater(95)).slice(2)).toEqual([
      '和另一件事一起办｜今天上午10:10 并的 · 那一件回晚了', '那一件已办结：已解决｜今天上午10:30',
    ])
    const inTime = merged({ answerDueAt: null, responseMissed: false }, { responseMissed: false })
    expect(states(inTime, minutesLater(75))).toEqual(['done', 'now'])
  })

  it('of one that took another in names no length that was never promised', () => {
    const tookIn = { at: minutesLater(5), type: 'ticket.took-in', who: null, cycle: null } as const
    const ticket = ticketView({ responseMissed: true, responseDueAt: SENT_AT - HOUR_MS, timeline: [tookIn] })
    expect(trackOf(ticket, minutesLater(6))[2]?.title).toBe('过了说好的时间没人回')
  })
})

describe('trackOfRow', () => {
  const titles = (change: Parameters<typeof ticketRow>[0], now: number) => trackOfRow(ticketRow(change), now).map(({ title, state }) => `${title} ${state}`)

  it('is four words, the place where it stands marked', () => {
    expect(titles({}, minutesLater(5))).toEqual(['已送达 done', '等回应 now', '办结 ahead', '您来评 ahead'])
    expect(titles({ status: 'in-progress', respondedAt: minutesLater(5) }, minutesLater(9))).toEqual(['已送达 done', '已回应 done', '在办 now', '您来评 ahead'])
    expect(titles({ status: 'closed', respondedAt: minutesLater(5), closedAt: minutesLater(60) }, minutesLater(99))).toEqual([
      '已送达 done', '已回应 done', '已办结 done', '您来评 now',
    ])
  })

  it('of a merged one says that it goes on in another, and what came late before', () => {
    const merged = { isMerged: true } as const
    expect(titles(merged, minutesLater(99))).toEqual(['已送达 done', '和另一件一起办 now'])
    expect(titles({ ...merged, responseMissed: true }, minutesLater(99))[1]).toBe('没人回 late')
    expect(titles({ ...merged, respondedAt: minutesLater(5) }, minutesLater(99))[1]).toBe('已回应 done')
  })

  it('shows lateness', () => {
    expect(titles({}, minutesLater(61))[1]).toBe('没人回 late')
    expect(titles({ status: 'in-progress', respondedAt: minutesLater(90), responseMissed: true }, minutesLater(25 * 60))).toEqual([
      '已送达 done', '晚回了 late', '没办完 late', '您来评 ahead',
    ])
  })

  it('calls a neighbour’s rating the villager’s, and knows a withdrawn one', () => {
    expect(titles({ mine: false }, minutesLater(5))[3]).toBe('村民评 ahead')
    expect(titles({ status: 'withdrawn' }, minutesLater(5))).toEqual(['已送达 done', '已撤回 done'])
  })
})
