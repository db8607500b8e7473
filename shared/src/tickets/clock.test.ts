import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../kernel'
import { close, rate, reject, reply, withdraw } from './acts'
import { advance, timersOf } from './clock'
import { currentCycle, type Ticket } from './ticket'
import { freshTicket, GRANDMOTHER, NINE, SECRETARY, words } from './testing/samples'

const ANSWER = words('我和老张十点半到您家看下水道')
const typesOf = (facts: readonly { type: string }[]): string[] => facts.map((fact) => fact.type)

describe('the response clock', () => {
  it('is met at exactly one hour and late one millisecond after, with no timer having run', () => {
    const ticket = freshTicket()
    const onTime = reply(SECRETARY, ticket, ANSWER, NINE + HOUR_MS)
    expect(onTime.next.responseMissedAt).toBeNull()
    expect(onTime.facts).toContainEqual(expect.objectContaining({ type: 'ticket.responded', met: true }))

    const late = reply(SECRETARY, ticket, ANSWER, NINE + HOUR_MS + 1)
    expect(late.next.responseMissedAt).toBe(NINE + HOUR_MS + 1)
    expect(typesOf(late.facts)).toEqual(['ticket.response-reminded', 'ticket.response-overdue', 'ticket.responded'])
    expect(late.facts[2]).toMatchObject({ met: false })
  })

  it('marks one overdue, however often and however late the check comes', () => {
    const first = advance(freshTicket(), NINE + 3 * HOUR_MS)
    expect(typesOf(first.facts)).toEqual(['ticket.response-reminded', 'ticket.response-overdue'])
    expect(advance(first.next, NINE + 3 * HOUR_MS)).toEqual({ next: first.next, facts: [] })
  })

  it('reminds at half an hour and not before', () => {
    expect(advance(freshTicket(), NINE + 30 * MINUTE_MS - 1).facts).toEqual([])
    expect(typesOf(advance(freshTicket(), NINE + 30 * MINUTE_MS).facts)).toEqual(['ticket.response-reminded'])
  })

  it('wakes nobody once it was answered', () => {
    const answered = reply(SECRETARY, freshTicket(), ANSWER, NINE + 5 * MINUTE_MS).next
    expect(advance(answered, NINE + 2 * HOUR_MS).facts).toEqual([])
  })
})

describe('the closure clock', () => {
  const answered = reply(SECRETARY, freshTicket(), ANSWER, NINE + MINUTE_MS).next

  it('warns at 20 hours, is overdue after 24 with order 1, and repeats each further day; the county hears at 72', () => {
    const days: unknown[] = []
    let ticket: Ticket = answered
    for (const at of [20 * HOUR_MS, DAY_MS, DAY_MS + 1, 2 * DAY_MS + 1, 3 * DAY_MS + 1]) {
      const step = advance(ticket, NINE + at)
      days.push(step.facts.map((fact) => (fact.type === 'ticket.order-issued' ? [fact.count, fact.tellsCounty] : fact.type)))
      ticket = step.next
    }
    expect(days).toEqual([['ticket.closure-warned'], [], ['ticket.closure-overdue', [1, false]], [[2, false]], [[3, true]]])
  })

  it('is met at exactly 24 hours', () => {
    const closed = close(SECRETARY, answered, { ...words('下水道通好了，水退了'), outcome: 'settled', reason: null }, NINE + DAY_MS)
    expect(closed.facts.at(-1)).toMatchObject({ type: 'ticket.closed', met: true })
    expect(currentCycle(closed.next).closureMissedAt).toBeNull()
  })

  it('starts afresh after a rejection and leaves the earlier cycle as it was', () => {
    const closed = close(SECRETARY, answered, { ...words('下水道通好了'), outcome: 'settled', reason: null }, NINE + 2 * HOUR_MS).next
    const rejected = reject(GRANDMOTHER, closed, words('又堵上了'), NINE + 5 * HOUR_MS).next
    expect(rejected.cycles).toHaveLength(2)
    expect(rejected.cycles[0]).toMatchObject({ closedAt: NINE + 2 * HOUR_MS, rejected: true })
    expect(currentCycle(rejected)).toMatchObject({ number: 2, closureDueAt: NINE + 29 * HOUR_MS, closedAt: null })
    expect(timersOf(rejected).map((timer) => timer.kind)).toEqual(['ticket.closure-warn', 'ticket.order'])
  })

  it('files silence as unrated after 72 hours, and the resident may still speak until 7 days are over', () => {
    const closedAt = NINE + 2 * HOUR_MS
    const closed = close(SECRETARY, answered, { ...words('下水道通好了'), outcome: 'settled', reason: null }, closedAt).next
    expect(advance(closed, closedAt + 3 * DAY_MS).facts).toEqual([])
    const filed = advance(closed, closedAt + 3 * DAY_MS + 1)
    expect(filed.next.status).toBe('unrated')
    expect(reject(GRANDMOTHER, filed.next, words('还是堵'), closedAt + 7 * DAY_MS).next.status).toBe('in-progress')
    expect(() => reject(GRANDMOTHER, filed.next, words('还是堵'), closedAt + 7 * DAY_MS + 1)).toThrow('ticket.answer-too-late')
  })
})

describe('time and acts in any order', () => {
  type Step = { readonly act: 'none' | 'reply' | 'close' | 'rate' | 'reject' | 'withdraw'; readonly afterMs: number }
  const steps: fc.Arbitrary<Step[]> = fc.array(
    fc.record({
      act: fc.constantFrom('none', 'reply', 'close', 'rate', 'reject', 'withdraw') as fc.Arbitrary<Step['act']>,
      afterMs: fc.integer({ min: 0, max: 2 * DAY_MS }),
    }),
    { maxLength: 12 },
  )

  /** Runs the steps; `checks` says at which instants a timer scan runs in between. */
  function run(list: readonly Step[], scanBetween: boolean): { ticket: Ticket; types: string[] } {
    let ticket = freshTicket()
    let now = NINE
    const types: string[] = []
    for (const step of list) {
      if (scanBetween) {
        for (let at = now; at < now + step.afterMs; at += 7 * HOUR_MS) {
          const scan = advance(ticket, at)
          ticket = scan.next
          types.push(...typesOf(scan.facts))
        }
      }
      now += step.afterMs
      try {
        const decided = decide(ticket, step.act, now)
        ticket = decided.next
        types.push(...typesOf(decided.facts))
      } catch (error) {
        // A refused act changes nothing, but time goes on all the same.
        const late = advance(ticket, now)
        ticket = late.next
        types.push(...typesOf(late.facts))
        if (!/^ticket\./.test((error as Error).message)) throw error
      }
    }
    return { ticket, types }
  }

  function decide(ticket: Ticket, act: Step['act'], now: number): ReturnType<typeof advance> {
    switch (act) {
      case 'reply': return reply(SECRETARY, ticket, ANSWER, now)
      case 'close': return close(SECRETARY, ticket, { ...words('已经修好了'), outcome: 'settled', reason: null }, now)
      case 'rate': return rate(GRANDMOTHER, ticket, 'satisfied', now)
      case 'reject': return reject(GRANDMOTHER, ticket, words('没修好'), now)
      case 'withdraw': return withdraw(GRANDMOTHER, ticket, now)
      case 'none': return advance(ticket, now)
    }
  }

  it('comes out the same whether or not a scan ran in between', () => {
    fc.assert(fc.property(steps, (list) => {
      expect(run(list, true)).toEqual(run(list, false))
    }))
  })

  it('never wants a timer after the end, and always has a way out before it', () => {
    fc.assert(fc.property(steps, (list) => {
      const { ticket } = run(list, false)
      expect(timersOf(ticket).length === 0).toBe(ticket.endedAt !== null)
      expect(ticket.cycles.filter((cycle) => cycle.closedAt === null).length).toBeLessThanOrEqual(1)
    }))
  })
})
