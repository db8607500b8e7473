import { chinaDateOf, DomainError, sumFen, type CalendarDate, type EpochMs, type Fen } from '../kernel'
import type { Book } from './book'
import { balanceFen, balanceFenOn, type MoneyAccount } from './money-account'
import { lastOf, monthOf, type Month } from './month'

/**
 * open: entries go in. asserted: held against the bank statement, waiting to be closed. closed: nothing goes in any
 * more, ever. published: on the wall. There is no way back from closed.
 */
export type MonthStatus = 'open' | 'asserted' | 'closed' | 'published'

/** What the bank's own paper says an account held at the end of the month. */
export interface BankAssertion {
  readonly account: string
  readonly statementFen: Fen
}

export interface Publication {
  readonly publishedAt: EpochMs
  readonly publishedBy: string
  /** The last day of the notice; see `noticeOf`. */
  readonly lastOn: CalendarDate
  /** The first instant after it. */
  readonly endsAt: EpochMs
}

export interface BookMonth {
  readonly month: Month
  readonly status: MonthStatus
  /** The last voucher number given. */
  readonly voucherCount: number
  readonly assertions: readonly BankAssertion[]
  readonly closedAt: EpochMs | null
  readonly closedBy: string | null
  /** How many entries the book held when the month was closed: the size of the log whose head goes onto the wall. */
  readonly closedSize: number | null
  readonly publication: Publication | null
}

/** Money in the account that an approved expense has been promised (handbook §4). */
export interface Reserve {
  readonly expenseId: string
  readonly account: string
  readonly amountFen: Fen
  readonly at: EpochMs
}

/**
 * What every decision about a book needs, and no more: neither a million postings nor the years behind them weigh
 * anything here, because closed months are one sum and one date.
 */
export interface BookState {
  readonly book: Book
  readonly entryCount: number
  /** Has an opening entry that was not taken back. */
  readonly hasOpening: boolean
  /** The first month that is not closed: months close in their order, so all before it are. */
  readonly openFrom: Month
  /**
   * Those not closed that have been touched; any other from `openFrom` on is open and empty. Of the closed ones only
   * what a decision asked for, or has just closed.
   */
  readonly months: readonly BookMonth[]
  readonly money: readonly MoneyAccount[]
  readonly reserves: readonly Reserve[]
}

export function newBookState(book: Book): BookState {
  return { book, entryCount: 0, hasOpening: false, openFrom: book.firstMonth, months: [], money: [], reserves: [] }
}

/**
 * Whoever passes on what somebody asked for looks at `openFrom` first: to take a closed month that is not in hand for
 * an empty one would open it again, so that is a mistake of ours and no refusal.
 * @throws Error for such a month
 */
export function bookMonthOf(state: BookState, month: Month): BookMonth {
  const inHand = state.months.find((one) => one.month === month)
  if (inHand !== undefined) return inHand
  if (month < state.openFrom) throw new Error(`${month} is not in hand: it comes before ${state.openFrom}`)
  return untouchedMonth(month)
}

/** Open and empty, as every month begins. */
export function untouchedMonth(month: Month): BookMonth {
  return {
    month, status: 'open', voucherCount: 0, assertions: [], closedAt: null, closedBy: null, closedSize: null, publication: null,
  }
}

export function withMonth(state: BookState, changed: BookMonth): BookState {
  const others = state.months.filter(({ month }) => month !== changed.month)
  return { ...state, months: [...others, changed].sort((one, other) => (one.month < other.month ? -1 : 1)) }
}

export function isClosed({ status }: Pick<BookMonth, 'status'>): boolean {
  return status === 'closed' || status === 'published'
}

/** @throws ledger.month-running */
export function requireMonthOver(month: Month, now: EpochMs): void {
  if (chinaDateOf(now) <= lastOf(month)) throw new DomainError('ledger.month-running', { month })
}

export function moneyOf(state: BookState, account: string): MoneyAccount {
  return state.money.find((one) => one.account === account) ?? { account, closedFen: 0, days: [] }
}

export function reservedFen(state: BookState, account: string): Fen {
  return sumFen(state.reserves.filter((one) => one.account === account).map(({ amountFen }) => amountFen))
}

/** What may still be promised or spent. */
export function availableFen(state: BookState, account: string): Fen {
  return balanceFen(moneyOf(state, account)) - reservedFen(state, account)
}

export function withMoney(state: BookState, account: string, day: CalendarDate, changeFen: Fen): BookState {
  const money = moneyOf(state, account)
  const before = money.days.find(({ on }) => on === day)?.netFen ?? 0
  const days = [...money.days.filter(({ on }) => on !== day), { on: day, netFen: before + changeFen }]
    .sort((one, other) => (one.on < other.on ? -1 : 1))
  return { ...state, money: [...state.money.filter((one) => one.account !== account), { ...money, days }] }
}

/** The days of the month become one sum. */
export function foldMonth(state: BookState, month: Month): BookState {
  return {
    ...state,
    money: state.money.map((money) => ({
      ...money,
      closedFen: balanceFenOn(money, lastOf(month)),
      days: money.days.filter(({ on }) => monthOf(on) > month),
    })),
  }
}
