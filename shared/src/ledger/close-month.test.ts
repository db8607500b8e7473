import { bookMonthOf, moneyOf, newBookState } from './book-state'
import { assertMonth, closeMonth, withdrawAssertion } from './close-month'
import { DEFAULT_LEDGER_TERMS } from './policy'
import { usesOf } from './uses'
import { ACCOUNTANT, BOOK, credit, debit, move, noon, Pen, refusal, SECRETARY } from './testing/samples'

const SEPTEMBER = noon('2026-09-01')

function august(): Pen {
  const pen = new Pen()
  pen.open('2026-08-01', [debit('102', 100_000), debit('101', 50), credit('301', 100_050)])
  pen.spend('2026-08-15', '51402', 1_280)
  return pen
}
function assert(pen: Pen, month = '2026-08', statementFen = 98_720, now = SEPTEMBER): void {
  pen.state = assertMonth(ACCOUNTANT, pen.state, month, [{ account: '102', statementFen }], now).next
}
function close(pen: Pen, month = '2026-08', waitingCount = 0, now = SEPTEMBER): void {
  const uses = usesOf(BOOK, pen.written.filter((entry) => entry.month === month))
  pen.state = closeMonth(ACCOUNTANT, pen.state, { month, waitingCount, uses }, DEFAULT_LEDGER_TERMS, now).next
}

describe('the bank\'s own paper', () => {
  it('must say what the book says, to the fen', () => {
    const pen = august()
    expect(() => assert(pen, '2026-08', 98_719)).toThrow(refusal('ledger.assertion-differs', { statementFen: 98_719, bookFen: 98_720 }))
    assert(pen)
    expect(bookMonthOf(pen.state, '2026-08')).toMatchObject({ status: 'asserted', assertions: [{ account: '102', statementFen: 98_720 }] })
  })

  it('is asked for every bank account, and at the end of the month', () => {
    const pen = august()
    pen.income('2026-09-01', '501', 5)
    assert(pen, '2026-08', 98_720)
    expect(() => assertMonth(ACCOUNTANT, pen.state, '2026-08', [], SEPTEMBER)).toThrow(refusal('ledger.assertion-incomplete', { name: '银行存款' }))
    expect(() => assert(pen, '2026-08', 98_720, noon('2026-08-31'))).toThrow(refusal('ledger.month-running'))
    expect(() => assert(pen, '2026-07')).toThrow(refusal('ledger.month-before-book'))
  })

  it('once taken down, the month takes nothing more, unless it is withdrawn', () => {
    const pen = august()
    assert(pen)
    expect(() => pen.income('2026-08-31', '501', 5)).toThrow(refusal('ledger.month-asserted'))
    pen.state = withdrawAssertion(ACCOUNTANT, pen.state, '2026-08').next
    expect(pen.income('2026-08-31', '501', 5).voucher).toBe(3)
    expect(() => withdrawAssertion(ACCOUNTANT, pen.state, '2026-08')).toThrow(refusal('ledger.not-asserted'))
  })
})

describe('closing a month', () => {
  it('is for good: nothing goes in, nothing opens it', () => {
    const pen = august()
    assert(pen)
    close(pen)
    expect(bookMonthOf(pen.state, '2026-08')).toMatchObject({ status: 'closed', closedBy: 'qian', closedSize: 2, voucherCount: 2 })
    expect(pen.state.openFrom).toBe('2026-09')
    expect(() => pen.income('2026-08-31', '501', 5)).toThrow(refusal('ledger.month-closed'))
    expect(() => withdrawAssertion(ACCOUNTANT, pen.state, '2026-08')).toThrow(refusal('ledger.month-closed'))
    expect(() => assert(pen)).toThrow(refusal('ledger.month-closed'))
    expect(() => close(pen)).toThrow(refusal('ledger.month-closed'))
  })

  it('and is refused just the same once nobody has it in hand', () => {
    const pen = august()
    const entry = pen.income('2026-08-20', '501', 5)
    assert(pen, '2026-08', 98_725)
    close(pen)
    pen.state = { ...pen.state, months: [] }
    expect(() => pen.income('2026-08-31', '501', 5)).toThrow(refusal('ledger.month-closed'))
    expect(() => pen.reverse(entry, '2026-08-31')).toThrow(refusal('ledger.month-closed'))
    expect(() => withdrawAssertion(ACCOUNTANT, pen.state, '2026-08')).toThrow(refusal('ledger.month-closed'))
    expect(() => assert(pen)).toThrow(refusal('ledger.month-closed'))
    expect(() => close(pen)).toThrow(refusal('ledger.month-closed'))
    expect(() => assert(pen, '2026-07')).toThrow(refusal('ledger.month-before-book'))
    expect(pen.reverse(entry, '2026-09-01').voucher).toBe(1)
    // Never taken for an empty one, which would begin its vouchers anew.
    expect(() => bookMonthOf(pen.state, '2026-08')).toThrow('2026-08 is not in hand')
  })

  it('ends a year as it ends a month', () => {
    const pen = new Pen(newBookState({ ...BOOK, firstMonth: '2026-12' }))
    pen.state = assertMonth(ACCOUNTANT, pen.state, '2026-12', [], noon('2027-01-01')).next
    close(pen, '2026-12', 0, noon('2027-01-01'))
    expect(pen.state.openFrom).toBe('2027-01')
  })

  it('folds its days into one sum, and later days stay', () => {
    const pen = august()
    pen.income('2026-09-01', '501', 5)
    assert(pen)
    close(pen)
    expect(moneyOf(pen.state, '102')).toEqual({ account: '102', closedFen: 98_720, days: [{ on: '2026-09-01', netFen: 5 }] })
  })

  it('goes by months in order, after the bank was asked and everything is in', () => {
    const pen = august()
    expect(() => close(pen)).toThrow(refusal('ledger.not-asserted'))
    assert(pen, '2026-09', 98_720, noon('2026-10-01'))
    expect(() => close(pen, '2026-09', 0, noon('2026-10-01'))).toThrow(refusal('ledger.earlier-month-open', { month: '2026-08' }))
    assert(pen)
    expect(() => close(pen, '2026-08', 2)).toThrow(refusal('ledger.not-all-posted', { count: 2 }))
    expect(() => close(pen, '2026-08', 0, noon('2026-08-31'))).toThrow(refusal('ledger.month-running'))
    const nothing = { month: '2026-08', waitingCount: 0, uses: { in: [], out: [] } }
    expect(() => closeMonth(SECRETARY, pen.state, nothing, DEFAULT_LEDGER_TERMS, SEPTEMBER)).toThrow(refusal('ledger.only-accountant'))
  })

  it('asks the bank once more: an earlier month may have moved', () => {
    const pen = august()
    const october = noon('2026-10-01')
    assert(pen, '2026-09', 98_720, october)
    pen.income('2026-08-31', '501', 5)
    assert(pen, '2026-08', 98_725)
    close(pen)
    expect(() => close(pen, '2026-09', 0, october)).toThrow(refusal('ledger.assertion-differs', { bookFen: 98_725 }))
  })

  it('is refused while "其他" hides more than 5 %, to the fen', () => {
    const withOther = (otherFen: number): Pen => {
      const pen = august()
      pen.spend('2026-08-16', '515', otherFen)
      pen.spend('2026-08-16', '51401', 9_500 - 1_280)
      assert(pen, '2026-08', 100_000 - 9_500 - otherFen)
      return pen
    }
    expect(() => close(withOther(500))).not.toThrow()
    expect(() => close(withOther(501))).toThrow(refusal('ledger.other-too-large', { side: 'out', otherFen: 501, limitPercent: 5 }))
  })

  it('and goes through once it stands under its proper name', () => {
    const pen = august()
    const hidden = pen.spend('2026-08-16', '515', 5_000)
    pen.reverse(hidden, '2026-08-17')
    pen.post('2026-08-17', move('102', '51501', 5_000), { source: hidden.source as { type: 'expense'; expenseId: string; approval: string } })
    assert(pen, '2026-08', 93_720)
    expect(() => close(pen)).not.toThrow()
  })
})
