import { DomainError, type CalendarDate, type Decision, type EpochMs } from '../kernel'
import type { Viewer } from '../identity'
import { bookMonthOf, withMonth, type BookState } from './book-state'
import { checkDate, checkLines, checkVouchers, checkYearEnd, counterpartyOf, purposeOf } from './check-draft'
import type { Entry, EntrySource, Line } from './entry'
import type { LedgerFact } from './facts'
import { moneyChanges, moneyMovedFen, moveMoney } from './money-rules'
import type { Month } from './month'
import { requireKeeper } from './rights'

/** What the accountant writes; what he may write for a reversal is less, see `reverseEntry`. */
export interface EntryDraft {
  readonly entryId: string
  readonly month: Month
  readonly on: CalendarDate
  readonly purpose: string
  readonly counterparty: string | null
  readonly source: Exclude<EntrySource, { readonly type: 'reversal' | 'imported' }>
  readonly lines: readonly Line[]
  /** SHA-256 in hex. */
  readonly vouchers: readonly string[]
}

export interface Posting {
  readonly state: BookState
  readonly entry: Entry
}

/**
 * An entry enters the book for good. Money leaves the village's hands through an expense only, and an expense takes
 * exactly what was reserved when its fifth signature was given; so it is posted once.
 * @throws ledger.book-not-found, ledger.only-accountant, everything of `check-draft` and of `moveMoney`,
 *   ledger.opening-exists, ledger.opening-misplaced, ledger.needs-signatures, ledger.not-reserved,
 *   ledger.reserve-differs
 */
export function postEntry(
  viewer: Viewer,
  state: BookState,
  draft: EntryDraft,
  now: EpochMs,
): Decision<Posting, LedgerFact> {
  return postChecked(viewer, state, draft, checkSource, now)
}

export type AnyDraft = Omit<EntryDraft, 'source'> & { readonly source: Exclude<EntrySource, { readonly type: 'reversal' }> }

/** What holds for whatever is posted, be it today's or the history that a book is opened with. */
export function postChecked<Draft extends AnyDraft>(
  viewer: Viewer,
  state: BookState,
  draft: Draft,
  allow: (state: BookState, draft: Draft) => BookState,
  now: EpochMs,
): Decision<Posting, LedgerFact> {
  const personId = requireKeeper(viewer, state.book)
  const purpose = purposeOf(draft.purpose)
  const counterparty = counterpartyOf(draft.counterparty)
  checkVouchers(draft.vouchers)
  checkLines(state.book, draft.lines)
  checkDate(state, draft.month, draft.on, now)
  const allowed = allow(state, draft)
  const { entryId, month, on, source, lines, vouchers } = draft
  return enter(
    { ...moveMoney(allowed, lines, on), hasOpening: state.hasOpening || source.type === 'opening' },
    { id: entryId, month, on, purpose, counterparty, source, lines, vouchers, postedAt: now, postedBy: personId },
  )
}

/** Gives the entry its numbers. The caller has checked it and moved the money. */
export function enter(
  state: BookState,
  content: Omit<Entry, 'bookId' | 'position' | 'voucher'>,
): Decision<Posting, LedgerFact> {
  const month = bookMonthOf(state, content.month)
  const voucher = month.voucherCount + 1
  const numbered = withMonth(state, { ...month, voucherCount: voucher })
  const entry: Entry = { ...content, bookId: state.book.id, position: state.entryCount, voucher }
  return {
    next: { state: { ...numbered, entryCount: state.entryCount + 1 }, entry },
    facts: [{ type: 'ledger.entry-posted', subjectId: state.book.id, entryId: entry.id, month: entry.month, voucher }],
  }
}

/** What each source may do. An expense's reserve is used up. */
function checkSource(state: BookState, { source, lines, month }: EntryDraft): BookState {
  if (source.type === 'expense') return useReserve(state, source.expenseId, lines)
  if (source.type === 'opening') checkOpening(state, month)
  if (source.type === 'year-end') checkYearEnd(lines, month)
  if (moneyMovedFen(lines) < 0) throw new DomainError('ledger.needs-signatures')
  return state
}

function useReserve(state: BookState, expenseId: string, lines: readonly Line[]): BookState {
  const reserve = state.reserves.find((one) => one.expenseId === expenseId)
  if (reserve === undefined) throw new DomainError('ledger.not-reserved')
  const changes = moneyChanges(lines)
  if (changes.size !== 1 || changes.get(reserve.account) !== -reserve.amountFen) {
    throw new DomainError('ledger.reserve-differs', { amountFen: reserve.amountFen })
  }
  return { ...state, reserves: state.reserves.filter((one) => one !== reserve) }
}

/** Balances a book begins with are entered once, in its first month. */
function checkOpening(state: BookState, month: Month): void {
  if (state.hasOpening) throw new DomainError('ledger.opening-exists')
  if (month !== state.book.firstMonth) {
    throw new DomainError('ledger.opening-misplaced', { month: state.book.firstMonth })
  }
}
