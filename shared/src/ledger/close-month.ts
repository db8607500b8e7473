import { DomainError, type Decision, type EpochMs } from '../kernel'
import type { Viewer } from '../identity'
import { accountOf, rootCodeOf } from './account'
import {
  bookMonthOf, foldMonth, moneyOf, requireMonthOver, withMonth, type BankAssertion, type BookMonth, type BookState,
} from './book-state'
import { BANK } from './chart'
import type { LedgerFact } from './facts'
import { balanceFenOn } from './money-account'
import { lastOf, monthAfter, type Month } from './month'
import { checkOther } from './other-share'
import type { LedgerTerms } from './policy'
import { requireKeeper } from './rights'
import type { Uses } from './uses'

/**
 * The month is held against the bank's own paper: what each bank account held at the end of it must be what the book
 * says, to the fen. From then on nothing is posted into it, until it is closed or the assertion is withdrawn.
 * @throws ledger.book-not-found, ledger.only-accountant, ledger.month-before-book, ledger.month-running,
 *   ledger.month-closed, ledger.assertion-incomplete, ledger.assertion-differs, ledger.account-unknown
 */
export function assertMonth(
  viewer: Viewer,
  state: BookState,
  month: Month,
  assertions: readonly BankAssertion[],
  now: EpochMs,
): Decision<BookState, LedgerFact> {
  requireKeeper(viewer, state.book)
  const current = requireNotClosed(state, month)
  requireMonthOver(month, now)
  checkAssertions(state, month, assertions)
  return {
    next: withMonth(state, { ...current, status: 'asserted', assertions }),
    facts: [{ type: 'ledger.month-asserted', subjectId: state.book.id, month }],
  }
}

/**
 * Something was forgotten: the month is open again. There is no such way back from closed.
 * @throws ledger.book-not-found, ledger.only-accountant, ledger.month-before-book, ledger.month-closed,
 *   ledger.not-asserted
 */
export function withdrawAssertion(viewer: Viewer, state: BookState, month: Month): Decision<BookState, LedgerFact> {
  requireKeeper(viewer, state.book)
  const current = requireNotClosed(state, month)
  if (current.status !== 'asserted') throw new DomainError('ledger.not-asserted', { month })
  return {
    next: withMonth(state, { ...current, status: 'open', assertions: [] }),
    facts: [{ type: 'ledger.assertion-withdrawn', subjectId: state.book.id, month }],
  }
}

export interface Closing {
  readonly month: Month
  /** Expenses paid up to the end of the month that are not in the book yet. */
  readonly waitingCount: number
  /** Of the month's entries. */
  readonly uses: Uses
}

/**
 * The month is shut for good, months in their order. What the bank said is compared once more: an earlier month may
 * have moved since.
 * @throws ledger.book-not-found, ledger.only-accountant, ledger.month-before-book, ledger.month-running,
 *   ledger.month-closed, ledger.not-asserted, ledger.earlier-month-open, ledger.not-all-posted,
 *   ledger.assertion-incomplete, ledger.assertion-differs, ledger.other-too-large
 */
export function closeMonth(
  viewer: Viewer,
  state: BookState,
  { month, waitingCount, uses }: Closing,
  terms: LedgerTerms,
  now: EpochMs,
): Decision<BookState, LedgerFact> {
  const personId = requireKeeper(viewer, state.book)
  const current = requireNotClosed(state, month)
  requireMonthOver(month, now)
  if (state.openFrom !== month) throw new DomainError('ledger.earlier-month-open', { month: state.openFrom })
  if (current.status !== 'asserted') throw new DomainError('ledger.not-asserted', { month })
  if (waitingCount > 0) throw new DomainError('ledger.not-all-posted', { count: waitingCount })
  checkAssertions(state, month, current.assertions)
  checkOther(uses, terms)
  const size = state.entryCount
  const closed = withMonth(state, { ...current, status: 'closed', closedAt: now, closedBy: personId, closedSize: size })
  return {
    next: foldMonth({ ...closed, openFrom: monthAfter(month, 1) }, month),
    facts: [{ type: 'ledger.month-closed', subjectId: state.book.id, month, size }],
  }
}

function requireNotClosed(state: BookState, month: Month): BookMonth {
  if (month < state.book.firstMonth) throw new DomainError('ledger.month-before-book', { month: state.book.firstMonth })
  if (month < state.openFrom) throw new DomainError('ledger.month-closed', { month })
  return bookMonthOf(state, month)
}

function checkAssertions(state: BookState, month: Month, assertions: readonly BankAssertion[]): void {
  const banks = state.money.filter(({ account }) => rootCodeOf(account) === BANK)
  for (const { account } of banks) {
    if (assertions.filter((one) => one.account === account).length !== 1) {
      throw new DomainError('ledger.assertion-incomplete', { account, name: accountOf(state.book, account).name })
    }
  }
  for (const { account, statementFen } of assertions) {
    const { name } = accountOf(state.book, account)
    const bookFen = balanceFenOn(moneyOf(state, account), lastOf(month))
    if (statementFen !== bookFen) throw new DomainError('ledger.assertion-differs', { name, statementFen, bookFen })
  }
}
