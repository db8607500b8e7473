import { chinaDateOf, DomainError, isCalendarDate, maskNumbersIn, textLength, type CalendarDate, type EpochMs } from '../kernel'
import { accountOf, isMoney, isProfitAndLoss, rootCodeOf } from './account'
import type { Book } from './book'
import { bookMonthOf, type BookState } from './book-state'
import { DISTRIBUTION, YEAR_RESULT } from './chart'
import { creditsOf, debitsOf, type Line } from './entry'
import { AMOUNT_LIMIT_FEN, COUNTERPARTY_LIMIT, LINE_LIMIT, PURPOSE_LIMIT, VOUCHER_LIMIT } from './limits'
import { monthOf, type Month } from './month'

/**
 * At least two lines, each above zero on a known account, debits equal to credits.
 * @throws ledger.lines-too-few, ledger.lines-too-many, ledger.amount-invalid, ledger.account-unknown,
 *   ledger.account-closed, ledger.not-balanced
 */
export function checkLines(book: Book, lines: readonly Line[]): void {
  if (lines.length < 2) throw new DomainError('ledger.lines-too-few')
  if (lines.length > LINE_LIMIT) throw new DomainError('ledger.lines-too-many', { limit: LINE_LIMIT })
  for (const { account, amountFen } of lines) {
    if (!Number.isInteger(amountFen) || amountFen <= 0 || amountFen > AMOUNT_LIMIT_FEN) {
      throw new DomainError('ledger.amount-invalid', { account })
    }
    const { isActive, name } = accountOf(book, account)
    if (!isActive) throw new DomainError('ledger.account-closed', { account, name })
  }
  const debitFen = debitsOf(lines)
  const creditFen = creditsOf(lines)
  if (debitFen !== creditFen) throw new DomainError('ledger.not-balanced', { debitFen, creditFen })
}

/**
 * 年末结转 happens in December, among what a year earned and where that goes.
 * @throws ledger.year-end-misused
 */
export function checkYearEnd(lines: readonly Line[], month: Month): void {
  const belongs = ({ account }: Line): boolean =>
    isProfitAndLoss(account) || [YEAR_RESULT, DISTRIBUTION].includes(rootCodeOf(account))
  if (!month.endsWith('-12') || !lines.every(belongs)) throw new DomainError('ledger.year-end-misused')
}

/**
 * An entry goes into an open month, under a day of that month that has come.
 * @throws ledger.date-outside-month, ledger.date-in-future, ledger.month-before-book, ledger.month-closed,
 *   ledger.month-asserted
 */
export function checkDate(state: BookState, month: Month, on: CalendarDate, now: EpochMs): void {
  if (!isCalendarDate(on) || monthOf(on) !== month) throw new DomainError('ledger.date-outside-month', { month })
  if (month < state.book.firstMonth) throw new DomainError('ledger.month-before-book', { month: state.book.firstMonth })
  if (month < state.openFrom) throw new DomainError('ledger.month-closed', { month })
  if (bookMonthOf(state, month).status === 'asserted') throw new DomainError('ledger.month-asserted', { month })
  if (on > chinaDateOf(now)) throw new DomainError('ledger.date-in-future')
}

/**
 * Trimmed, and without numbers that lead to a person: the entry is a leaf of a log that the whole village reads, and
 * nothing can be taken out of it later.
 * @throws ledger.purpose-missing, ledger.text-too-long, ledger.text-unreadable
 */
export function purposeOf(text: string): string {
  const purpose = readable(text, PURPOSE_LIMIT)
  if (purpose === '') throw new DomainError('ledger.purpose-missing')
  return purpose
}

/** @throws ledger.text-too-long, ledger.text-unreadable */
export function counterpartyOf(text: string | null): string | null {
  const counterparty = text === null ? '' : readable(text, COUNTERPARTY_LIMIT)
  return counterparty === '' ? null : counterparty
}

/** @throws ledger.voucher-invalid */
export function checkVouchers(digests: readonly string[]): void {
  const areDigests = digests.every((digest) => /^[0-9a-f]{64}$/.test(digest))
  if (!areDigests || digests.length > VOUCHER_LIMIT || new Set(digests).size !== digests.length) {
    throw new DomainError('ledger.voucher-invalid', { limit: VOUCHER_LIMIT })
  }
}

export function movesMoney(lines: readonly Line[]): boolean {
  return lines.some(({ account }) => isMoney(account))
}

function readable(text: string, limit: number): string {
  // Half a character has no bytes of its own: two phones would hash it differently.
  if (/[\ud800-\udfff]/u.test(text)) throw new DomainError('ledger.text-unreadable')
  const tidied = maskNumbersIn(text.trim().replace(/\s+/g, ' '))
  if (textLength(tidied) > limit) throw new DomainError('ledger.text-too-long', { limit })
  return tidied
}
