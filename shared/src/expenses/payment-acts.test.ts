import { DAY_MS } from '../kernel'
import {
  cancelExpense, currentRevision, livePosting, markPaid, markPosted, markPostingReversed, markPublished, reservedFen,
  type ExpenseRequest,
} from '.'
import { refusalOf } from './testing/refusal-of'
import { ACCOUNTANT, DIRECTOR, hashOf, HANDLER, NINE, POSTS, SECRETARY, sign, signedBy, submitted } from './testing/samples'

const now = NINE + DAY_MS
/** What a book of so much may still promise. */
const availableFen = (balanceFen: number, requests: readonly ExpenseRequest[]) =>
  requests.reduce((rest, request) => rest - reservedFen(request), balanceFen)
const proof = { paidOn: '2026-09-15', proof: { fileId: 'p', sha256: hashOf('p') }, reference: '20260915-77' }
const ground = { posts: POSTS, vouchersInUse: [] }
const gone = { reason: '不买了', returned: null }
const approved = signedBy(5)
const paid = markPaid(approved, ACCOUNTANT, proof, ground, now).next
const posted = markPosted(paid, 'entry-1', now).next

describe('the reserve', () => {
  it('of two approvals of ¥700 for ¥1,000 the second is refused', () => {
    const [one, two] = ['e1', 'e2'].map((id) => signedBy(4, submitted({ amountFen: 70_000 }, undefined, id)))
    if (one === undefined || two === undefined) throw new Error('there are two')
    const first = sign(one, 'approver', SECRETARY, NINE, { availableFen: availableFen(100_000, [one, two]) })
    const rest = availableFen(100_000, [first, two])
    expect(rest).toBe(30_000)
    expect(refusalOf(() => sign(two, 'approver', SECRETARY, NINE, { availableFen: rest }))).toEqual({
      code: 'expense.no-money', details: { amountFen: 70_000, availableFen: 30_000 },
    })
    const released = cancelExpense(first, ACCOUNTANT, gone, POSTS, now).next
    expect(sign(two, 'approver', SECRETARY, NINE, { availableFen: availableFen(100_000, [released, two]) }).status).toBe('approved')
  })

  it('lasts from approval until the book has it, and comes back with a reversal', () => {
    const steps: readonly ExpenseRequest[] = [signedBy(4), approved, paid, posted, markPostingReversed(posted, 'entry-1', 'entry-2', now).next]
    expect(steps.map(reservedFen)).toEqual([0, 128_000, 128_000, 0, 128_000])
  })
})

it('is cancelled between approval and payment, with a reason, by those who answer for it', () => {
  for (const by of [ACCOUNTANT, DIRECTOR, SECRETARY]) {
    expect(cancelExpense(approved, by, gone, POSTS, now)).toMatchObject({
      next: { status: 'cancelled', ended: { by, ...gone } }, facts: [{ type: 'expense.cancelled', releasedFen: 128_000 }],
    })
  }
  expect(() => cancelExpense(approved, HANDLER, gone, POSTS, now)).toThrow('expense.only-leads')
  expect(() => cancelExpense(approved, ACCOUNTANT, { ...gone, reason: ' ' }, POSTS, now)).toThrow('expense.reason-missing')
  expect(() => cancelExpense(signedBy(4), ACCOUNTANT, gone, POSTS, now)).toThrow('expense.not-approved')
  expect(() => cancelExpense(posted, ACCOUNTANT, gone, POSTS, now)).toThrow('expense.not-approved')
})

it('is cancelled after payment only when the money came back, and no posting stands', () => {
  const returned = { fileId: 'r', sha256: hashOf('r') }
  expect(() => cancelExpense(paid, ACCOUNTANT, gone, POSTS, now)).toThrow('expense.not-returned')
  expect(() => cancelExpense(approved, ACCOUNTANT, { ...gone, returned }, POSTS, now)).toThrow('expense.not-returned')
  // The slip that shows the money leaving, or a bill, does not show it coming back.
  for (const sha256 of [proof.proof.sha256, currentRevision(paid).content.vouchers[0]?.sha256 ?? '']) {
    const sameAgain = { ...gone, returned: { fileId: 'again', sha256 } }
    expect(() => cancelExpense(paid, ACCOUNTANT, sameAgain, POSTS, now)).toThrow('expense.not-returned')
  }
  expect(cancelExpense(paid, ACCOUNTANT, { ...gone, returned }, POSTS, now).next).toMatchObject({ status: 'cancelled', ended: { returned } })
  expect(() => cancelExpense(posted, ACCOUNTANT, { ...gone, returned }, POSTS, now)).toThrow('expense.not-approved')
})

describe('payment', () => {
  it('is the accountant’s, once, with a proof of its own', () => {
    expect(paid).toMatchObject({ status: 'paid', payment: { by: ACCOUNTANT, at: now }, waitingSinceAt: now })
    expect(markPaid(paid, ACCOUNTANT, proof, ground, now + 1)).toEqual({ next: paid, facts: [] })
    expect(() => markPaid(paid, ACCOUNTANT, { ...proof, proof: { fileId: 'q', sha256: hashOf('q') } }, ground, now)).toThrow('expense.paid-already')
    expect(() => markPaid(approved, SECRETARY, proof, ground, now)).toThrow('expense.only-accountant')
    expect(() => markPaid(signedBy(4), ACCOUNTANT, proof, ground, now)).toThrow('expense.not-approved')
    const used = [{ expenseId: 'e9', villageId: 'x', isLive: true, sha256: hashOf('p'), invoice: null }]
    expect(() => markPaid(approved, ACCOUNTANT, proof, { ...ground, vouchersInUse: used }, now)).toThrow('expense.file-used')
  })

  it('lies between approval and today, and a transfer has its number', () => {
    const wrongs = [{ paidOn: '2026-09-13' }, { paidOn: '2026-09-16' }, { paidOn: 'gestern' }, { reference: ' ' }, { proof: { fileId: 'p', sha256: 'x' } }]
    for (const wrong of wrongs) expect(() => markPaid(approved, ACCOUNTANT, { ...proof, ...wrong }, ground, now)).toThrow('expense.payment-invalid')
    const cash = signedBy(5, submitted({ payFrom: '101', amountFen: 10_000 }))
    expect(markPaid(cash, ACCOUNTANT, { ...proof, reference: '' }, ground, now).next.status).toBe('paid')
  })
})

describe('posting', () => {
  it('is one live one: again is the same, another is refused until the first is reversed', () => {
    expect(markPosted(posted, 'entry-1', now)).toEqual({ next: posted, facts: [] })
    expect(() => markPosted(posted, 'entry-2', now)).toThrow('expense.posted-already')
    expect(() => markPosted(approved, 'entry-1', now)).toThrow('expense.not-paid')
    const reversed = markPostingReversed(posted, 'entry-1', 'entry-2', now).next
    expect(reversed).toMatchObject({ status: 'paid', waitingSinceAt: now })
    expect(markPostingReversed(reversed, 'entry-1', 'entry-2', now)).toEqual({ next: reversed, facts: [] })
    expect(() => markPostingReversed(reversed, 'entry-1', 'entry-3', now)).toThrow('expense.not-posted')
    expect(() => markPosted(reversed, 'entry-1', now)).toThrow('expense.posted-already')
    const again = markPosted(reversed, 'entry-4', now).next
    expect(again.postings).toHaveLength(2)
    expect(livePosting(again)?.entryId).toBe('entry-4')
  })

  it('is published with its month; a published one may be reversed too', () => {
    const published = markPublished(posted).next
    expect(published.status).toBe('published')
    expect(markPublished(published)).toEqual({ next: published, facts: [] })
    expect(() => markPublished(paid)).toThrow('expense.not-posted')
    expect(markPostingReversed(published, 'entry-1', 'entry-2', now).next.status).toBe('paid')
  })
})
