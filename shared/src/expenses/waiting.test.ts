import { DAY_MS, HOUR_MS } from '../kernel'
import { markPaid, markPosted, remindOfExpense, timersOfExpense, waitingOn, type ExpenseRequest } from '.'
import { ACCOUNTANT, draft, groundOf, HANDLER, hashOf, NINE, post, POSTS, sign, signedBy, submitted, SUPERVISOR, WITNESS } from './testing/samples'

const waiting = (request: ExpenseRequest, now = NINE, posts = POSTS) => waitingOn(request, groundOf(posts), now)

describe('who holds it up', () => {
  it('names everybody of the open stage, since when, and how many days', () => {
    expect(waiting(submitted())).toEqual({
      on: [{ step: 'handler', personIds: [HANDLER], nobody: null }, { step: 'witness', personIds: [WITNESS], nobody: null }], sinceAt: NINE, days: 0,
    })
    const one = sign(submitted(), 'witness', WITNESS, NINE + HOUR_MS)
    expect(waiting(one, NINE + 3 * DAY_MS - 1)).toEqual({ on: [{ step: 'handler', personIds: [HANDLER], nobody: null }], sinceAt: NINE, days: 2 })
    expect(waiting(signedBy(2))).toMatchObject({ on: [{ step: 'supervisor', personIds: [SUPERVISOR] }], sinceAt: NINE + 2 * HOUR_MS })
  })

  it('names the successor, or says that there is none', () => {
    const without = POSTS.filter(({ kind }) => kind !== 'supervisor')
    expect(waiting(signedBy(2), NINE, without)?.on).toEqual([{ step: 'supervisor', personIds: [], nobody: 'no-holder' }])
    expect(waiting(signedBy(2), NINE, [...without, post('xin', 'supervisor')])?.on).toMatchObject([{ personIds: ['xin'] }])
  })

  it('is the accountant after approval, and nobody before submission and after posting', () => {
    const paid = markPaid(signedBy(5), ACCOUNTANT, { paidOn: '2026-09-14', proof: { fileId: 'p', sha256: hashOf('p') }, reference: '1' }, { posts: POSTS, vouchersInUse: [] }, NINE + 9 * HOUR_MS).next
    expect(waiting(signedBy(5))).toMatchObject({ on: [{ step: 'payment', personIds: [ACCOUNTANT] }], sinceAt: NINE + 5 * HOUR_MS })
    expect(waiting(paid)).toMatchObject({ on: [{ step: 'posting', personIds: [ACCOUNTANT] }], sinceAt: NINE + 9 * HOUR_MS })
    for (const request of [draft(), markPosted(paid, 'entry', NINE).next]) {
      expect(waiting(request)).toBeNull()
      expect(timersOfExpense(request)).toEqual([])
    }
  })
})

describe('reminders', () => {
  const remind = (request: ExpenseRequest, now: number) => remindOfExpense(request, groundOf(), now)

  it('come after a day, then every day', () => {
    const first = remind(submitted(), NINE + DAY_MS)
    expect(first.facts).toEqual([{ type: 'expense.reminded', subjectId: 'e1', villageId: 'liushu', personIds: [HANDLER, WITNESS], count: 1, days: 1 }])
    expect(timersOfExpense(submitted())).toEqual([{ kind: 'expense.remind', dueAt: NINE + DAY_MS }])
    expect(timersOfExpense(first.next)).toEqual([{ kind: 'expense.remind', dueAt: NINE + 2 * DAY_MS }])
  })

  it('never come early, come once after a long sleep of the clock, and begin anew with the next stage', () => {
    expect(remind(submitted(), NINE + DAY_MS - 1).facts).toEqual([])
    const late = remind(submitted(), NINE + 7 * DAY_MS + HOUR_MS)
    expect(late.facts).toMatchObject([{ count: 7, days: 7 }])
    expect(remind(late.next, NINE + 7 * DAY_MS + HOUR_MS).facts).toEqual([])
    expect(timersOfExpense(late.next)).toMatchObject([{ dueAt: NINE + 8 * DAY_MS }])
    const half = sign(late.next, 'handler', HANDLER, NINE + 7 * DAY_MS)
    expect(half.remindedCount).toBe(7)
    expect(sign(half, 'witness', WITNESS, NINE + 8 * DAY_MS)).toMatchObject({ remindedCount: 0, waitingSinceAt: NINE + 8 * DAY_MS })
  })
})
