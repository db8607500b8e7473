import { HOUR_MS, MINUTE_MS, type EpochMs } from '../kernel'
import type { PostKind, SeatedPost, Viewer } from '../identity'
import { close, reject, reply } from './acts'
import { timersOf, advance } from './clock'
import { isOwing, partActionsFor, partsOfRound, partStateOf } from './part-access'
import { closePart, refusePart, reportIn, reviewPart } from './part-acts'
import { freshTicket, GRANDMOTHER, NEIGHBOUR, NINE, SECRETARY, someone, STAFF, words } from './testing/samples'
import type { Ticket } from './ticket'
import { isOpenPart } from './ways'
import { mayWhistle, whistle, type Call } from './whistle'

const CALLABLE = new Set(['water', 'roads', 'police'])
const LEADER = someone('wu', ['leader'])
const WATER = officer('shui', 'water')
const ROADS = officer('lu', 'roads')
const TEN = NINE + HOUR_MS
const called = (...units: readonly string[]): Ticket =>
  whistle(STAFF, answered(), units.map((unitId) => call(unitId)), CALLABLE, TEN).next
const done = (ticket: Ticket, by: Viewer, partId: string, at: EpochMs, text = '阀门换好了') =>
  closePart(by, ticket, partId, { messageId: `m-${partId}`, text, sum: { messageId: 'm-sum', text: `合：${text}` } }, at)
const reason = (text: string): { messageId: string; text: string } => ({ messageId: 'm-reason', text })
const part = (ticket: Ticket, partId: string) => ticket.parts.find(({ id }) => id === partId)

describe('calling', () => {
  it('makes one part for each department, due two hours on, and moves no deadline of the ticket', () => {
    const before = answered()
    const { next, facts } = whistle(STAFF, before, [call('water'), call('roads')], CALLABLE, TEN)
    expect(next.parts).toMatchObject([
      { id: 'p-water', unitId: 'water', calledAt: TEN, calledBy: 'sun', reportDueAt: TEN + 2 * HOUR_MS, reportedAt: null },
      { id: 'p-roads', unitId: 'roads' },
    ])
    expect(facts.map(({ type }) => type)).toEqual(['ticket.part-called', 'ticket.part-called'])
    expect([next.responseDueAt, next.cycles]).toEqual([before.responseDueAt, before.cycles])
  })

  it('goes by the policy the ticket began under, and for older terms by two hours', () => {
    const { reportInMs: _left, ...older } = answered().terms
    const due = (terms: Ticket['terms']) =>
      whistle(STAFF, { ...answered(), terms }, [call('water')], CALLABLE, TEN).next.parts[0]?.reportDueAt
    expect(due({ ...older, reportInMs: 30 * MINUTE_MS })).toBe(TEN + 30 * MINUTE_MS)
    expect(due(older)).toBe(TEN + 2 * HOUR_MS)
  })

  it.each<[string, Viewer]>([['ticket.only-sub-district', SECRETARY], ['ticket.only-sub-district', GRANDMOTHER],
    ['ticket.only-sub-district', NEIGHBOUR], ['ticket.not-found', someone('far', ['resident'], 'taoyuan')]])(
    'is the sub-district’s: %s', (code, viewer) => {
      expect(() => whistle(viewer, answered(), [call('water')], CALLABLE, TEN)).toThrow(code)
      expect(mayWhistle(viewer, answered())).toBe(false)
    })

  it.each<[string, readonly Call[]]>([
    ['ticket.department-missing', []],
    ['ticket.department-not-found', [call('nowhere')]],
    ['ticket.department-called', [call('water'), call('water')]],
    ['ticket.task-missing', [call('water', ' 。')]],
    ['ticket.text-too-long', [call('water', '长'.repeat(301))]],
  ])('refuses %s', (code, calls) => {
    expect(() => whistle(STAFF, answered(), calls, CALLABLE, TEN)).toThrow(code)
  })

  it('of a department that still owes something is refused; of one that was let go it is not', () => {
    const ticket = called('water')
    expect(() => whistle(STAFF, ticket, [call('water')], CALLABLE, TEN)).toThrow('ticket.department-called')
    const letGo = reviewPart(LEADER, ticket, 'p-water', { ...reason('叫错了'), isExcused: true }, TEN).next
    expect(whistle(STAFF, letGo, [{ ...call('water'), partId: 'p-again' }], CALLABLE, TEN).next.parts).toHaveLength(2)
  })

  it('is not for what was said in confidence, nor for what is over', () => {
    const secret: Ticket = { ...answered(), visibility: 'confidential', holderUnitId: 'qingxi' }
    expect(() => whistle(STAFF, secret, [call('water')], CALLABLE, TEN)).toThrow('ticket.in-confidence')
    expect(mayWhistle(STAFF, secret)).toBe(false)
    const closed = close(SECRETARY, answered(), { ...words('修好了水管'), outcome: 'settled', reason: null }, TEN).next
    expect(() => whistle(STAFF, closed, [call('water')], CALLABLE, TEN)).toThrow('ticket.already-closed')
  })
})

describe('reporting in', () => {
  it('at the due instant is in time, a millisecond later it is not, and the mark stays', () => {
    const due = TEN + 2 * HOUR_MS
    const inTime = reportIn(WATER, called('water'), 'p-water', due)
    expect(inTime.facts).toMatchObject([{ type: 'ticket.part-reported', met: true }])
    expect(part(inTime.next, 'p-water')?.reportMissedAt).toBeNull()
    const late = reportIn(WATER, called('water'), 'p-water', due + 1)
    expect(late.facts).toMatchObject([{ type: 'ticket.part-overdue', dueAt: due }, { type: 'ticket.part-reported', met: false }])
    expect(part(late.next, 'p-water')).toMatchObject({ reportMissedAt: due + 1, reportedAt: due + 1, reportedBy: 'shui' })
  })

  it('is no answer to the resident', () => {
    const fresh = whistle(STAFF, freshTicket(), [call('water')], CALLABLE, NINE).next
    const there = reportIn(WATER, fresh, 'p-water', NINE + MINUTE_MS).next
    expect([there.status, there.respondedAt]).toEqual(['submitted', null])
    expect(reply(WATER, there, words('水管工下午四点到您家门口'), NINE + 2 * MINUTE_MS).next.respondedBy).toBe('shui')
  })

  it('is for that department alone, and once', () => {
    const ticket = called('water', 'roads')
    expect(() => reportIn(ROADS, ticket, 'p-water', TEN)).toThrow('ticket.only-department')
    expect(() => reportIn(STAFF, ticket, 'p-water', TEN)).toThrow('ticket.only-department')
    expect(() => reportIn(officer('jing', 'police'), ticket, 'p-water', TEN)).toThrow('ticket.not-found')
    expect(() => reportIn(GRANDMOTHER, ticket, 'p-water', TEN)).toThrow('ticket.part-not-found')
    expect(() => reportIn(WATER, ticket, 'nothing', TEN)).toThrow('ticket.part-not-found')
    const there = reportIn(WATER, ticket, 'p-water', TEN).next
    expect(() => reportIn(WATER, there, 'p-water', TEN)).toThrow('ticket.part-reported')
  })

  it('of several has one timer, always the earliest', () => {
    const first = called('water')
    const both = whistle(STAFF, first, [call('roads')], CALLABLE, TEN + HOUR_MS).next
    const partTimers = (ticket: Ticket) => timersOf(ticket).filter(({ kind }) => kind === 'ticket.part-overdue')
    expect(partTimers(both)).toEqual([{ kind: 'ticket.part-overdue', dueAt: TEN + 2 * HOUR_MS + 1 }])
    const passed = advance(both, TEN + 2 * HOUR_MS + 1)
    expect(passed.facts).toMatchObject([{ type: 'ticket.part-overdue', partId: 'p-water' }])
    expect(partTimers(passed.next)).toEqual([{ kind: 'ticket.part-overdue', dueAt: TEN + 3 * HOUR_MS + 1 }])
    expect(partTimers(advance(both, TEN + 4 * HOUR_MS).next)).toEqual([])
    expect(advance(passed.next, TEN + 2 * HOUR_MS + 2).facts).toEqual([])
  })
})

describe('refusing', () => {
  const refused = refusePart(WATER, called('water', 'roads'), 'p-water', reason('水管是村里自己接的'), TEN + MINUTE_MS).next

  it('stops the clock until the leader has spoken; then it begins anew', () => {
    expect(partStateOf(refused.parts[0] as never, TEN + 5 * HOUR_MS)).toBe('refused')
    expect(part(advance(refused, TEN + 5 * HOUR_MS).next, 'p-water')?.reportMissedAt).toBeNull()
    const eleven = TEN + HOUR_MS
    const must = reviewPart(LEADER, refused, 'p-water', { ...reason('总管是你们的'), isExcused: false }, eleven).next
    expect(part(must, 'p-water')).toMatchObject({ isExcused: false, reportDueAt: eleven + 2 * HOUR_MS })
    expect(advance(must, eleven + 2 * HOUR_MS + 1).facts.filter(({ type }) => type === 'ticket.part-overdue'))
      .toMatchObject([{ partId: 'p-roads' }, { partId: 'p-water', dueAt: eleven + 2 * HOUR_MS }])
    expect(() => refusePart(WATER, must, 'p-water', reason('还是不归我们'), eleven)).toThrow('ticket.part-refused')
  })

  it('too late keeps the mark, and who must come after all may miss again', () => {
    const late = refusePart(WATER, called('water'), 'p-water', reason('不归我们管'), TEN + 3 * HOUR_MS).next
    expect(part(late, 'p-water')?.reportMissedAt).toBe(TEN + 2 * HOUR_MS + 1)
    const must = reviewPart(LEADER, late, 'p-water', { ...reason('请来看看'), isExcused: false }, TEN + 3 * HOUR_MS).next
    expect(advance(must, TEN + 5 * HOUR_MS + 1).facts.filter(({ type }) => type === 'ticket.part-overdue'))
      .toMatchObject([{ dueAt: TEN + 5 * HOUR_MS }])
  })

  it('is the leader’s to review, not staff’s, and needs words on both sides', () => {
    const excused = { ...reason('说得对'), isExcused: true }
    expect(() => reviewPart(STAFF, refused, 'p-water', excused, TEN)).toThrow('ticket.only-leader')
    expect(() => reviewPart(WATER, refused, 'p-water', excused, TEN)).toThrow('ticket.only-leader')
    expect(() => reviewPart(LEADER, refused, 'p-water', { ...excused, text: ' ' }, TEN)).toThrow('ticket.part-reason-missing')
    expect(() => refusePart(ROADS, refused, 'p-roads', reason('？'), TEN)).toThrow('ticket.part-reason-missing')
    expect(() => reviewPart(LEADER, refused, 'p-roads', { ...excused, isExcused: false }, TEN)).toThrow('ticket.part-not-refused')
    expect(partStateOf(part(reviewPart(LEADER, refused, 'p-water', excused, TEN).next, 'p-water') as never, TEN)).toBe('excused')
  })

  it('is taken back by coming', () => {
    const there = reportIn(WATER, refused, 'p-water', TEN + 2 * MINUTE_MS).next
    expect(partActionsFor(LEADER, there, there.parts[0] as never)).toEqual(['excuse'])
    expect(partStateOf(there.parts[0] as never, TEN)).toBe('there')
  })
})

describe('the end', () => {
  it('comes with the last part, settled, in the words of all; whoever handles it cannot close before', () => {
    const ticket = called('water', 'roads')
    const closure = { ...words('都弄好了，路也平了'), outcome: 'settled', reason: null } as const
    expect(() => close(SECRETARY, ticket, closure, TEN)).toThrow('ticket.parts-open')
    const first = done(ticket, WATER, 'p-water', TEN + HOUR_MS)
    expect(first.facts.map(({ type }) => type)).toEqual(['ticket.part-reported', 'ticket.part-closed'])
    expect(first.next.status).toBe('in-progress')
    const last = done(first.next, ROADS, 'p-roads', TEN + 90 * MINUTE_MS, '路面补平了')
    expect(last.facts).toMatchObject([
      { type: 'ticket.part-reported', met: true }, { type: 'ticket.part-closed', messageId: 'm-p-roads' },
      { type: 'ticket.closed', outcome: 'settled', messageId: 'm-sum', personId: 'lu', met: true },
    ])
    expect(last.next.status).toBe('closed')
    expect(timersOf(last.next).map(({ kind }) => kind)).toEqual(['ticket.silence'])
  })

  it('does not come of letting the last one go: another may be wanted in its place', () => {
    const first = done(called('water', 'roads'), WATER, 'p-water', TEN).next
    const letGo = reviewPart(LEADER, first, 'p-roads', { ...reason('不是路的事'), isExcused: true }, TEN).next
    expect(letGo.status).toBe('in-progress')
    expect(done(whistle(STAFF, letGo, [call('police')], CALLABLE, TEN).next, officer('jing', 'police'), 'p-police', TEN).next.status)
      .toBe('closed')
  })

  it('is also the answer where nobody had answered', () => {
    const fresh = whistle(STAFF, freshTicket(), [call('water')], CALLABLE, NINE).next
    expect(done(fresh, WATER, 'p-water', NINE + MINUTE_MS).next).toMatchObject({ respondedBy: 'shui', status: 'closed' })
  })

  it.each(['', '好的', '。。'])('says what was done: not %j', (text) => {
    expect(() => done(called('water'), WATER, 'p-water', TEN, text)).toThrow('ticket.closure-says-nothing')
  })

  it('rejected, the next round may call again, and only its own parts count', () => {
    const closed = done(called('water'), WATER, 'p-water', TEN).next
    const again = reject(GRANDMOTHER, closed, words('还是漏水'), TEN + HOUR_MS).next
    expect([again.status, partsOfRound(again)]).toEqual(['in-progress', []])
    const second = whistle(STAFF, again, [{ ...call('water'), partId: 'p-2' }], CALLABLE, TEN + 2 * HOUR_MS).next
    expect(partsOfRound(second).map(({ id }) => id)).toEqual(['p-2'])
    expect(() => done(second, WATER, 'p-water', TEN + 2 * HOUR_MS)).toThrow('ticket.part-ended')
  })
})

test('the acts offered are those that are accepted', () => {
  const ticket = called('water', 'roads')
  const [water] = ticket.parts
  const offered = (viewer: Viewer) => partActionsFor(viewer, ticket, water as never)
  expect(offered(WATER)).toEqual(['report', 'refuse', 'finish'])
  expect(offered(LEADER)).toEqual(['excuse'])
  for (const viewer of [ROADS, STAFF, SECRETARY, GRANDMOTHER, NEIGHBOUR]) expect(offered(viewer)).toEqual([])
})

function answered(): Ticket {
  return reply(SECRETARY, freshTicket(), words('我九点半带人来看'), NINE + MINUTE_MS).next
}

function call(unitId: string, task = '请派人到现场看看'): Call {
  return { partId: `p-${unitId}`, unitId, messageId: `m-call-${unitId}`, task }
}

function officer(personId: string, unitId: string): Viewer {
  const kind: PostKind = 'officer'
  const post: SeatedPost = {
    id: `${personId}-officer`, personId, kind, unitId, villageId: null, subDistrictId: 'qingxi', charge: null, fromAt: 0, toAt: null,
  }
  return { accountId: `account-${personId}`, personId, posts: [post] }
}

test('whoever only knows how a part stands judges it as the rule does', () => {
  const part = { closedAt: null, isExcused: null, reportedAt: null, refusedAt: null, reportDueAt: TEN, calledAt: TEN }
  for (const one of [part, { ...part, closedAt: TEN }, { ...part, isExcused: true }, { ...part, reportedAt: TEN }]) {
    expect(isOwing(partStateOf(one as never, TEN))).toBe(isOpenPart(one))
  }
})
