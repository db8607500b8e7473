import { setSubAccountActive } from './account'
import { availableFen, moneyOf, newBookState } from './book-state'
import { balanceFen } from './money-account'
import { postEntry, type EntryDraft } from './post-entry'
import { reserveMoney } from './reserve-money'
import { ACCOUNTANT, BOOK, credit, debit, draftOf, LATER, move, noon, Pen, refusal, SECRETARY, STRANGER } from './testing/samples'

function started(): Pen {
  const pen = new Pen()
  pen.open('2026-08-01', [debit('102', 100_000), debit('101', 5_000), credit('301', 105_000)])
  return pen
}

function refuse(pen: Pen, changes: Partial<EntryDraft>, code: string, details?: Record<string, unknown>): void {
  const draft = draftOf('2026-09-14', move('102', '101', 1_000), changes)
  expect(() => postEntry(ACCOUNTANT, pen.state, draft, pen.now)).toThrow(refusal(code, details))
}

describe('posting', () => {
  it('gives place and voucher number, and moves the money', () => {
    const pen = started()
    const { next, facts } = postEntry(ACCOUNTANT, pen.state, draftOf('2026-09-14', move('102', '101', 2_000)), LATER)
    expect(next.entry).toMatchObject({ bookId: 'book-1', position: 1, month: '2026-09', voucher: 1, postedBy: 'qian' })
    expect(balanceFen(moneyOf(next.state, '102'))).toBe(98_000)
    expect(balanceFen(moneyOf(next.state, '101'))).toBe(7_000)
    expect(facts).toEqual([{ type: 'ledger.entry-posted', subjectId: 'book-1', entryId: 'entry', month: '2026-09', voucher: 1 }])
  })

  it('counts vouchers by month, and the book as a whole', () => {
    const pen = started()
    for (const on of ['2026-09-01', '2026-08-20', '2026-09-02']) pen.post(on, move('102', '101', 100))
    expect(pen.written.map(({ position, month, voucher }) => [position, month, voucher])).toEqual([
      [0, '2026-08', 1], [1, '2026-09', 1], [2, '2026-08', 2], [3, '2026-09', 2],
    ])
  })

  it('is the accountant\'s own business; for a stranger the book is not there', () => {
    const draft = draftOf('2026-09-14', move('102', '101', 1_000))
    expect(() => postEntry(SECRETARY, started().state, draft, LATER)).toThrow(refusal('ledger.only-accountant'))
    expect(() => postEntry(STRANGER, started().state, draft, LATER)).toThrow(refusal('ledger.book-not-found'))
  })

  it.each<[string, Partial<EntryDraft>, string]>([
    ['one line', { lines: [debit('101', 5)] }, 'ledger.lines-too-few'],
    ['too many lines', { lines: Array.from({ length: 101 }, () => debit('101', 5)) }, 'ledger.lines-too-many'],
    ['nothing', { lines: move('102', '101', 0) }, 'ledger.amount-invalid'],
    ['less than nothing', { lines: move('102', '101', -5) }, 'ledger.amount-invalid'],
    ['a part of a fen', { lines: move('102', '101', 5 / 2) }, 'ledger.amount-invalid'],
    ['no number', { lines: move('102', '101', Number.NaN) }, 'ledger.amount-invalid'],
    ['more than any village has', { lines: move('102', '101', 100_000_000_001) }, 'ledger.amount-invalid'],
    ['an account that is not there', { lines: move('102', '999', 5) }, 'ledger.account-unknown'],
    ['a fen that is missing', { lines: [debit('101', 5), credit('102', 4)] }, 'ledger.not-balanced'],
    ['a day of another month', { month: '2026-08' }, 'ledger.date-outside-month'],
    ['a day that is none', { month: '2026-02', on: '2026-02-30' }, 'ledger.date-outside-month'],
    ['a month before the book', { month: '2026-07', on: '2026-07-31' }, 'ledger.month-before-book'],
    ['no words', { purpose: ' \n' }, 'ledger.purpose-missing'],
    ['too many words', { purpose: '修'.repeat(201) }, 'ledger.text-too-long'],
    ['half a character', { purpose: '修\ud83d' }, 'ledger.text-unreadable'],
    ['a voucher twice', { vouchers: ['a'.repeat(64), 'a'.repeat(64)] }, 'ledger.voucher-invalid'],
    ['a voucher that is no digest', { vouchers: ['A'.repeat(64)] }, 'ledger.voucher-invalid'],
    ['a second opening', { month: '2026-08', on: '2026-08-02', source: { type: 'opening' } }, 'ledger.opening-exists'],
    ['money that leaves without signatures', { lines: move('102', '514', 5) }, 'ledger.needs-signatures'],
    ['an expense that nothing is reserved for', { source: { type: 'expense', expenseId: 'x', approval: 'ab'.repeat(32) } }, 'ledger.not-reserved'],
    ['年末结转 in September', { source: { type: 'year-end' }, lines: move('501', '321', 5) }, 'ledger.year-end-misused'],
  ])('%s is refused', (_what, changes, code) => refuse(started(), changes, code))

  it('not before the day has come', () => {
    const pen = started()
    pen.now = noon('2026-09-13')
    refuse(pen, {}, 'ledger.date-in-future')
    pen.now = noon('2026-09-14')
    expect(pen.post('2026-09-14', move('102', '101', 1_000)).voucher).toBe(1)
  })

  it('an account that is switched off takes nothing more', () => {
    const book = setSubAccountActive(BOOK, '51401', false)
    const pen = new Pen({ ...started().state, book })
    refuse(pen, { lines: move('211', '51401', 5) }, 'ledger.account-closed', { name: '修路修桥' })
  })

  it('an opening stands in the first month', () => {
    const pen = new Pen(newBookState(BOOK))
    refuse(pen, { source: { type: 'opening' }, lines: move('301', '102', 5) }, 'ledger.opening-misplaced', { month: '2026-08' })
  })

  it('numbers that lead to a person do not get into the log', () => {
    const entry = started().post('2026-09-14', move('102', '101', 5), { purpose: '付 13800001234 的钱', counterparty: ' 王某 33012119450101123X ' })
    expect(entry).toMatchObject({ purpose: '付 138****1234 的钱', counterparty: '王某 3301****123X' })
  })
})

describe('no overdraft', () => {
  it('to the last fen, and no further', () => {
    const pen = started()
    refuse(pen, { lines: move('102', '101', 100_001) }, 'ledger.not-enough-money', { availableFen: 100_000, amountFen: 100_001 })
    pen.post('2026-09-14', move('102', '101', 100_000))
    expect(availableFen(pen.state, '102')).toBe(0)
  })

  it('what is promised is not there for anything else', () => {
    const pen = started()
    pen.state = reserveMoney(pen.state, { expenseId: 'e', account: '102', amountFen: 99_500, isPosted: false }, LATER).next
    refuse(pen, { lines: move('102', '101', 501) }, 'ledger.not-enough-money', { availableFen: 500 })
  })

  it('nobody pays on the 5th with what came on the 10th', () => {
    const pen = started()
    pen.post('2026-09-01', move('102', '101', 100_000))
    pen.income('2026-09-10', '501', 3_000)
    refuse(pen, { on: '2026-09-05', lines: move('102', '101', 1) }, 'ledger.overdrawn-then', { availableFen: 0, on: '2026-09-05' })
    expect(pen.post('2026-09-10', move('102', '101', 3_000)).voucher).toBe(3)
  })

  it('each bank account for itself', () => {
    const pen = new Pen(newBookState({ ...BOOK, subAccounts: [{ code: '10201', name: '农商行', isActive: true }, { code: '10202', name: '信用社', isActive: true }] }))
    pen.open('2026-08-01', [debit('10201', 500), debit('10202', 500), credit('301', 1_000)])
    refuse(pen, { lines: move('10201', '101', 501) }, 'ledger.not-enough-money', { name: '农商行' })
  })
})

describe('an expense', () => {
  const reserved = (): Pen => {
    const pen = started()
    pen.state = reserveMoney(pen.state, { expenseId: 'e1', account: '102', amountFen: 1_280, isPosted: false }, LATER).next
    return pen
  }
  const source = { type: 'expense', expenseId: 'e1', approval: 'ab'.repeat(32) } as const

  it('uses what was reserved for it, and so is posted once', () => {
    const pen = reserved()
    pen.post('2026-09-14', move('102', '51402', 1_280), { source })
    expect(pen.state.reserves).toEqual([])
    refuse(pen, { source, lines: move('102', '51402', 1_280) }, 'ledger.not-reserved')
  })

  it.each([
    ['another amount', move('102', '51402', 1_281)],
    ['another account', move('101', '51402', 1_280)],
    ['no money at all', move('211', '51402', 1_280)],
    ['a second account besides', [...move('102', '51402', 1_280), ...move('101', '51402', 1)]],
  ])('%s is refused', (_what, lines) => refuse(reserved(), { source, lines }, 'ledger.reserve-differs', { amountFen: 1_280 }))
})
