import { availableFen, moneyOf } from './book-state'
import { balanceFen } from './money-account'
import type { EntryDraft } from './post-entry'
import { releaseMoney, reserveMoney } from './reserve-money'
import { reverseEntry } from './reverse-entry'
import { ACCOUNTANT, BOOK, credit, debit, LATER, move, Pen, refusal, SECRETARY } from './testing/samples'

function started(): Pen {
  const pen = new Pen()
  pen.open('2026-08-01', [debit('102', 100_000), credit('301', 100_000)])
  return pen
}
const wish = { entryId: 'r', month: '2026-09', on: '2026-09-20', reason: '金额写错了' }

describe('a reversal', () => {
  it('mirrors the entry in an open month, and both know of each other', () => {
    const pen = started()
    const paid = pen.spend('2026-08-15', '51402', 1_280, { counterparty: '青溪管道店' })
    const { next, facts } = reverseEntry(ACCOUNTANT, pen.state, pen.posted(paid), wish, LATER)
    expect(next.entry).toMatchObject({
      position: 2, month: '2026-09', voucher: 1, purpose: '金额写错了', counterparty: '青溪管道店',
      source: { type: 'reversal', entryId: paid.id, month: '2026-08', voucher: 2, of: 'expense' },
      lines: [credit('51402', 1_280), debit('102', 1_280)],
    })
    expect(next.original).toEqual({ entry: paid, reversedBy: { entryId: 'r', month: '2026-09', voucher: 1 } })
    expect(balanceFen(moneyOf(next.state, '102'))).toBe(100_000)
    expect(facts.map(({ type }) => type)).toEqual(['ledger.entry-posted', 'ledger.entry-reversed'])
  })

  it('happens once, and to no reversal', () => {
    const pen = started()
    const paid = pen.spend('2026-08-15', '51402', 1_280)
    const back = pen.reverse(paid, '2026-09-20')
    expect(() => pen.reverse(paid, '2026-09-21')).toThrow(refusal('ledger.reversed-already', { month: '2026-09' }))
    expect(() => pen.reverse(back, '2026-09-21')).toThrow(refusal('ledger.reversal-of-reversal'))
  })

  it('of an expense keeps the money set aside: it was paid all the same', () => {
    const pen = started()
    const paid = pen.spend('2026-08-15', '51402', 1_280)
    expect(availableFen(pen.state, '102')).toBe(98_720)
    pen.reverse(paid, '2026-09-20')
    expect(availableFen(pen.state, '102')).toBe(98_720)
    const { source } = paid as Pick<EntryDraft, 'source'>
    expect(pen.post('2026-09-20', move('102', '51401', 1_280), { source }).voucher).toBe(2)
    expect(pen.state.reserves).toEqual([])
  })

  it('of an income that is spent has to wait for the right one', () => {
    const pen = started()
    const rent = pen.income('2026-08-10', '50101', 3_000)
    pen.post('2026-08-20', move('102', '101', 103_000))
    expect(() => pen.reverse(rent, '2026-09-20')).toThrow(refusal('ledger.not-enough-money'))
    pen.income('2026-09-19', '50101', 3_000)
    expect(pen.reverse(rent, '2026-09-20').voucher).toBe(2)
  })

  it('of the opening makes room for another', () => {
    const pen = new Pen()
    const opening = pen.open('2026-08-01', [debit('102', 5), credit('301', 5)])
    pen.reverse(opening, '2026-08-01')
    expect(pen.open('2026-08-01', [debit('102', 6), credit('301', 6)]).voucher).toBe(3)
  })

  it.each([
    ['before the entry itself', { month: '2026-08', on: '2026-08-14' }, 'ledger.reversal-before-entry'],
    ['without a reason', { reason: ' ' }, 'ledger.purpose-missing'],
    ['on a day of another month', { on: '2026-10-01' }, 'ledger.date-outside-month'],
  ])('%s is refused', (_what, changes, code) => {
    const pen = started()
    const paid = pen.spend('2026-08-15', '51402', 1_280)
    const posted = pen.posted(paid)
    expect(() => reverseEntry(ACCOUNTANT, pen.state, posted, { ...wish, ...changes }, LATER)).toThrow(refusal(code))
  })

  it('is the accountant\'s, in his own book', () => {
    const pen = started()
    const posted = pen.posted(pen.spend('2026-08-15', '51402', 1_280))
    expect(() => reverseEntry(SECRETARY, pen.state, posted, wish, LATER)).toThrow(refusal('ledger.only-accountant'))
    const other = { ...pen.state, book: { ...BOOK, id: 'book-2' } }
    expect(() => reverseEntry(ACCOUNTANT, other, posted, wish, LATER)).toThrow(refusal('ledger.entry-not-found'))
  })
})

describe('setting money aside', () => {
  const seven = (expenseId: string) => ({ expenseId, account: '102', amountFen: 70_000, isPosted: false })

  it('of two that race for the same money the second is told what is left', () => {
    const first = reserveMoney(started().state, seven('a'), LATER)
    expect(first.facts).toEqual([{ type: 'ledger.reserved', subjectId: 'book-1', expenseId: 'a', account: '102', amountFen: 70_000 }])
    expect(() => reserveMoney(first.next, seven('b'), LATER))
      .toThrow(refusal('ledger.not-enough-money', { availableFen: 30_000, reservedFen: 70_000, amountFen: 70_000 }))
    const released = releaseMoney(first.next, 'a')
    expect(released.facts[0]?.type).toBe('ledger.released')
    expect(reserveMoney(released.next, seven('b'), LATER).next.reserves).toHaveLength(1)
  })

  it('once for each expense, on cash or bank, above zero', () => {
    const { state } = started()
    const reserve = (changes: object) => () => reserveMoney(state, { ...seven('a'), ...changes }, LATER)
    expect(() => reserveMoney(reserveMoney(state, { ...seven('a'), amountFen: 1 }, LATER).next, seven('a'), LATER))
      .toThrow(refusal('ledger.reserved-already'))
    expect(reserve({ account: '112' })).toThrow(refusal('ledger.not-money'))
    expect(reserve({ account: '999' })).toThrow(refusal('ledger.account-unknown'))
    expect(reserve({ isPosted: true })).toThrow(refusal('ledger.expense-posted'))
    expect(reserve({ amountFen: 0 })).toThrow(refusal('ledger.amount-invalid'))
    expect(() => releaseMoney(state, 'a')).toThrow(refusal('ledger.not-reserved'))
  })
})
