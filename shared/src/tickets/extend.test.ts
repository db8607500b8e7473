import fc from 'fast-check'
import { DAY_MS, DomainError, HOUR_MS, MINUTE_MS } from '../kernel'
import { close, reject, reply, write } from './acts'
import { timersOf } from './clock'
import { escalate, recordMinutes } from './escalate'
import { askExtension, decideExtension } from './extend'
import { minutesByHolder } from './holder-minutes'
import { freshTicket, GRANDMOTHER, NINE, SECRETARY, someone, STAFF, STRANGER, words } from './testing/samples'
import type { Ticket } from './ticket'
import { setTopic } from './topic'
import { object, rule, transfer, type Destination } from './transfer'
import { actionsFor } from './actions'

const LEADER = someone('wu', ['leader'])
const DUE = NINE + DAY_MS
const PROMISED = NINE + 5 * DAY_MS
const HONEST = words('配件要从省里调，周五到，到了就换')
const ask = (ticket: Ticket, now: number, promisedAt = PROMISED, viewer = SECRETARY) =>
  askExtension(viewer, ticket, { extensionId: 'e1', promisedAt, words: HONEST }, now)
const decide = (ticket: Ticket, now: number, isGranted = true, viewer = STAFF) =>
  decideExtension(viewer, ticket, { extensionId: 'e1', isGranted, words: isGranted ? null : words('配件仓库就有') }, now).next
const dueOf = (ticket: Ticket): number | undefined => ticket.cycles.at(-1)?.closureDueAt

it('moves nothing until it is granted; then the promise is the deadline, and its timers follow', () => {
  const asked = ask(freshTicket(), NINE + HOUR_MS / 3)
  expect(asked.facts.map(({ type }) => type)).toEqual(['ticket.responded', 'ticket.extension-asked'])
  expect(dueOf(asked.next)).toBe(DUE)
  const granted = decide(asked.next, NINE + 22 * HOUR_MS)
  expect(dueOf(granted)).toBe(PROMISED)
  // It was warned of the first date at 20 hours; of the promised one as long before.
  expect(timersOf(granted)).toEqual([
    { kind: 'ticket.closure-warn', dueAt: PROMISED - 4 * HOUR_MS }, { kind: 'ticket.order', dueAt: PROMISED + 1 },
  ])
})

it('is granted at the deadline, and not a millisecond later', () => {
  const asked = ask(freshTicket(), DUE).next
  expect(dueOf(decide(asked, DUE))).toBe(PROMISED)
  expect(() => decide(asked, DUE + 1)).toThrow('ticket.extension-lapsed')
  expect(() => ask(freshTicket(), DUE + 1)).toThrow('ticket.extension-too-late')
})

it.each([
  ['not after the deadline', DUE, 'ticket.promise-too-early'],
  ['more than 15 days ahead', NINE + 15 * DAY_MS + 1, 'ticket.promise-too-far'],
  ['no instant at all', Number.NaN, 'ticket.promise-too-early'],
])('takes no promise %s', (_what, promisedAt, code) => {
  expect(() => ask(freshTicket(), NINE, promisedAt)).toThrow(code)
})

it('takes one for the very end of the fifteenth day', () => {
  const limit = NINE + 15 * DAY_MS
  expect(dueOf(decide(ask(freshTicket(), NINE, limit).next, NINE))).toBe(limit)
})

it('comes with an honest answer, and is given once in a round', () => {
  const empty = { extensionId: 'e1', promisedAt: PROMISED, words: words('收到') }
  expect(() => askExtension(SECRETARY, freshTicket(), empty, NINE)).toThrow('ticket.reply-receipt')
  const asked = ask(freshTicket(), NINE).next
  expect(() => ask(asked, NINE)).toThrow('ticket.extension-already')
  const granted = decide(asked, NINE)
  expect(() => ask(granted, NINE + DAY_MS, NINE + 10 * DAY_MS)).toThrow('ticket.extension-already')
  const refused = decide(asked, NINE, false)
  expect(dueOf(refused)).toBe(DUE)
  expect(() => ask(refused, NINE)).not.toThrow()
  const done = close(SECRETARY, granted, { ...words('换好了'), outcome: 'settled', reason: null }, NINE + 2 * DAY_MS).next
  const again = reject(GRANDMOTHER, done, words('又坏了'), NINE + 2 * DAY_MS).next
  expect(dueOf(again)).toBe(NINE + 3 * DAY_MS)
  expect(() => ask(again, NINE + 2 * DAY_MS)).not.toThrow()
})

it('is decided by the sub-district, and never by whoever asked', () => {
  expect(() => decide(ask(freshTicket(), NINE).next, NINE, true, SECRETARY)).toThrow('ticket.only-sub-district')
  const byStaff = ask(freshTicket(), NINE, PROMISED, STAFF).next
  expect(() => decide(byStaff, NINE)).toThrow('ticket.extension-own')
  expect(actionsFor(STAFF, byStaff, NINE)).not.toContain('decide-extension')
  expect(actionsFor(LEADER, byStaff, NINE)).toContain('decide-extension')
  expect(dueOf(decide(byStaff, NINE, true, LEADER))).toBe(PROMISED)
  expect(() => decideExtension(STAFF, ask(freshTicket(), NINE).next, { extensionId: 'e1', isGranted: false, words: null }, NINE))
    .toThrow('ticket.way-reason-missing')
})

const place = (id: string, kind: Destination['to']['kind'] = 'village'): Destination =>
  ({ to: { id, kind, parentId: kind === 'sub-district' ? 'yunling' : 'qingxi' }, owner: null })
const PLACES = [place('liushu'), place('taoyuan'), place('banmu'), place('water', 'department'), place('qingxi', 'sub-district')]
const PEOPLE = [SECRETARY, STRANGER, STAFF, LEADER, GRANDMOTHER, someone('ban', ['secretary'], 'banmu')]
const REASON = words('管子在那头，要他们挖')
const MINUTES = { heldOn: '2026-09-14', attendees: '吴立', decision: '街道出钱，村里开挖' }
const ACTS = ['transfer', 'object', 'rule', 'escalate', 'minutes', 'ask', 'grant', 'refuse', 'topic', 'reply', 'write', 'close', 'reject'] as const

/** Whatever people do in whatever order, a deadline moves by a granted promise and by nothing else. */
it('nothing else moves a deadline, and no minute of a holder is lost', () => {
  let granted = 0
  let moved = 0
  const step = fc.record({
    act: fc.constantFrom(...ACTS, 'transfer' as const, 'ask' as const, 'grant' as const, 'grant' as const),
    who: fc.constantFrom(...PEOPLE),
    where: fc.constantFrom(...PLACES),
    minutes: fc.integer({ min: 0, max: 90 }),
    days: fc.integer({ min: 1, max: 16 }),
    isUpheld: fc.constantFrom(true, false, null),
  })
  fc.assert(fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
    let ticket = freshTicket()
    let now = NINE
    for (const one of steps) {
      now += one.minutes * MINUTE_MS + 7
      const before = ticket
      ticket = tried(before, () => acted(before, one, now))
      expect(ticket.responseDueAt).toBe(before.responseDueAt)
      for (const [index, cycle] of before.cycles.entries()) {
        const after = ticket.cycles[index]
        if (after?.closureDueAt === cycle.closureDueAt) continue
        const promise = ticket.extensions.find((each) => each.decidedAt === now && each.isGranted === true)
        expect([one.act, after?.closureDueAt, cycle.closureDueAt]).toEqual(['grant', promise?.promisedAt, promise?.fromDueAt])
        expect(now).toBeLessThanOrEqual(cycle.closureDueAt)
        granted += 1
      }
      if (ticket.moves.length > before.moves.length) moved += 1
      const held = minutesByHolder(ticket, now)
      expect(held.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(Math.floor((now - NINE) / MINUTE_MS))
      // Who moves it at this instant takes over from this instant on: what was, stays the earlier one's.
      expect(held.at(-1)?.unitId).toBe(minutesByHolder(before, now).at(-1)?.unitId)
      expect(ticket.moves.filter(({ how }) => how === 'transfer').length).toBeLessThanOrEqual(2)
    }
  }), { numRuns: 400, seed: 5 })
  expect(granted).toBeGreaterThan(10)
  expect(moved).toBeGreaterThan(100)
})

interface Step {
  readonly act: (typeof ACTS)[number]
  readonly who: typeof STAFF
  readonly where: Destination
  readonly days: number
  readonly isUpheld: boolean | null
}

function acted(ticket: Ticket, { act, who, where, days, isUpheld }: Step, now: number): Ticket {
  const extensionId = ticket.extensions.at(-1)?.id ?? ''
  switch (act) {
    case 'transfer': return transfer(who, ticket, where, REASON, now).next
    case 'object': return object(who, ticket, REASON, now).next
    case 'rule': return rule(who, ticket, { isUpheld, destination: isUpheld === false ? null : where }, REASON, now).next
    case 'escalate': return escalate(who, ticket, REASON, now).next
    case 'minutes': return recordMinutes(who, ticket, MINUTES, 'm', now).next
    case 'ask': {
      const promised = { extensionId: `e${ticket.extensions.length}`, promisedAt: now + days * DAY_MS, words: HONEST }
      return askExtension(who, ticket, promised, now).next
    }
    case 'grant': return decideExtension(who, ticket, { extensionId, isGranted: true, words: null }, now).next
    case 'refuse': return decideExtension(who, ticket, { extensionId, isGranted: false, words: REASON }, now).next
    case 'topic': return setTopic(who, ticket, null, now).next
    case 'reply': return reply(who, ticket, words('李师傅今天下午四点来修'), now).next
    case 'write': return write(GRANDMOTHER, ticket, words('还堵着'), now).next
    case 'close': return close(who, ticket, { ...words('管道通开了'), outcome: 'settled', reason: null }, now).next
    case 'reject': return reject(GRANDMOTHER, ticket, words('又堵了'), now).next
  }
}

function tried(before: Ticket, act: () => Ticket): Ticket {
  try {
    return act()
  } catch (error) {
    if (error instanceof DomainError) return before
    throw error
  }
}
