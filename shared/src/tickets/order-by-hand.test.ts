import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../kernel'
import { reply } from './acts'
import { actionsFor } from './actions'
import { advance, timersOf } from './clock'
import { HAND_ORDER_GAP_MS, orderByHand } from './order-by-hand'
import { currentCycle, type Ticket } from './ticket'
import { freshTicket, GRANDMOTHER, NINE, SECRETARY, STAFF, STRANGER, words } from './testing/samples'

const LATE = NINE + 61 * MINUTE_MS

test('what nobody answered in time is ordered by hand, under the first number of its cycle', () => {
  const { next, facts } = orderByHand(STAFF, freshTicket(), LATE)
  expect(facts.map(({ type }) => type)).toEqual([
    'ticket.response-reminded', 'ticket.response-overdue', 'ticket.order-issued',
  ])
  expect(facts[2]).toMatchObject({ count: 1, tellsCounty: false, personId: 'sun' })
  expect(currentCycle(next)).toMatchObject({ orderCount: 1, closureMissedAt: null })
})

test('not before it is late, not after it was answered, not twice within a day, and not by the village', () => {
  const ticket = freshTicket()
  expect(() => orderByHand(STAFF, ticket, LATE - 2 * MINUTE_MS)).toThrow('ticket.not-late')
  const answered = reply(SECRETARY, ticket, words('我和老张十点半到您家看下水道'), LATE).next
  expect(() => orderByHand(STAFF, answered, LATE + HOUR_MS)).toThrow('ticket.not-late')
  const { next } = orderByHand(STAFF, ticket, LATE)
  expect(() => orderByHand(STAFF, next, LATE + HAND_ORDER_GAP_MS - 1)).toThrow('ticket.ordered-today')
  expect(() => orderByHand(STAFF, next, LATE + HAND_ORDER_GAP_MS)).not.toThrow()
  expect(() => orderByHand(SECRETARY, ticket, LATE)).toThrow('ticket.only-sub-district')
  expect(() => orderByHand(GRANDMOTHER, ticket, LATE)).toThrow('ticket.only-handlers')
  expect(() => orderByHand(STRANGER, ticket, LATE)).toThrow('ticket.not-found')
})

test('it is offered exactly when it is taken', () => {
  const late = advance(freshTicket(), LATE).next
  const offers = (ticket: Ticket, at: number) => actionsFor(STAFF, ticket, at).includes('order')
  expect([offers(freshTicket(), NINE), offers(late, LATE)]).toEqual([false, true])
  expect(actionsFor(SECRETARY, late, LATE)).not.toContain('order')
  const ordered = orderByHand(STAFF, late, LATE).next
  expect([offers(ordered, LATE + 1), offers(ordered, LATE + HAND_ORDER_GAP_MS)]).toEqual([false, true])
})

test('time sends its own orders when it would have sent them, however often somebody sends one by hand', () => {
  const days = 5
  let byHand = 0
  const ordersOfTime = (ticket: Ticket, byHandAt: readonly number[]): readonly number[] => {
    const found: number[] = []
    let state = ticket
    for (let at = NINE; at <= NINE + days * DAY_MS; at += HOUR_MS) {
      const past = advance(state, at)
      state = past.next
      found.push(...past.facts.flatMap((fact) => (fact.type === 'ticket.order-issued' ? [at] : [])))
      if (byHandAt.includes(at)) {
        try {
          state = orderByHand(STAFF, state, at).next
          byHand += 1
        } catch {
          // Too early, or twice within a day: refused, and nothing is different.
        }
      }
      const counted = currentCycle(state)
      expect(counted.orderCount).toBe(found.length + (counted.handOrders ?? 0))
      expect(timersOf(state).every(({ dueAt }) => dueAt > at)).toBe(true)
    }
    return found
  }
  const untouched = ordersOfTime(freshTicket(), [])
  expect(untouched).toHaveLength(4)
  const hours = fc.array(fc.integer({ min: 0, max: days * 24 }).map((hour) => NINE + hour * HOUR_MS), { maxLength: 12 })
  fc.assert(fc.property(hours, (byHandAt) => {
    expect(ordersOfTime(freshTicket(), byHandAt)).toEqual(untouched)
  }), { numRuns: 60 })
  expect(byHand).toBeGreaterThan(60)
})
