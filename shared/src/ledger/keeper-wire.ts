import type { CalendarDate, EpochMs, Fen } from '../kernel'
import type { UnitBrief } from '../villages'
import type { LegalBody, SubAccount } from './book'
import type { BankAssertion, MonthStatus } from './book-state'
import type { AccountKind, Side } from './chart'
import type { Line } from './entry'
import type { Month } from './month'
import type { LedgerTerms } from './policy'
import type { Statement } from './statement'
import type { BookBrief, EntryRow, NoticeView } from './wire'

/** GET and PUT /api/ledger/policy — for the whole sub-district; its staff and leaders read, its admin sets. */
export interface LedgerPolicyAnswer {
  /** 0: nobody has set any; the handbook's. */
  readonly version: number
  /** From which day they count; `null`: always. */
  readonly firstOn: CalendarDate | null
  readonly terms: LedgerTerms
  readonly maySet: boolean
}
export interface LedgerPolicyBody {
  readonly terms: LedgerTerms
}

// What the accountant does. All answer KeeperAnswer unless said otherwise; all need an Idempotency-Key.

/** POST /api/villages/:villageId/books */
export interface OpenBookBody {
  readonly legalBody: LegalBody
  readonly firstMonth: Month
}
/**
 * GET /api/books/:bookId/keeping?month=&after= — the accountant's desk; left out: the month that runs. Acts answer it
 * for the month they were about.
 */
export interface KeeperAnswer {
  readonly now: EpochMs
  readonly village: UnitBrief
  readonly book: BookBrief
  readonly isStopped: boolean
  readonly hasOpening: boolean
  readonly accounts: readonly KeeperAccount[]
  /** From the running month back to the book's first. */
  readonly months: readonly KeeperMonth[]
  readonly month: Month
  /** What the book says each bank account held at the end of the month; those that never moved are left out. */
  readonly banks: readonly BankInBook[]
  /** Of the month, newest first, ≤ 50. */
  readonly entries: readonly KeeperEntry[]
  /** For `after`, where the month has more. */
  readonly more: string | null
}
export interface KeeperEntry extends EntryRow {
  readonly lines: readonly Line[]
  readonly purpose: string
  readonly mayReverse: boolean
}
export interface BankInBook {
  readonly account: string
  readonly bookFen: Fen
}
export interface KeeperAccount {
  readonly code: string
  readonly name: string
  readonly kind: AccountKind
  readonly normalSide: Side
  readonly isActive: boolean
  readonly isSub: boolean
  /** Debit less credit, all months, with all that lies below it. */
  readonly balanceFen: Fen
  readonly reservedFen: Fen
}
export interface KeeperMonth {
  readonly month: Month
  readonly status: MonthStatus
  readonly voucherCount: number
  readonly assertions: readonly BankAssertion[]
  /** Expenses paid up to its end that are not in the book. */
  readonly waitingCount: number
  readonly notice: NoticeView | null
}
/** POST /api/books/:bookId/accounts; PUT /api/books/:bookId/accounts/:code {isActive} */
export type SubAccountBody = Pick<SubAccount, 'code' | 'name'>
export type SubAccountSwitchBody = Pick<SubAccount, 'isActive'>
/** POST /api/books/:bookId/opening — the lines of the opening entry, dated the first day of the first month. */
export interface OpeningBody {
  readonly lines: readonly Line[]
}
/** POST /api/books/:bookId/income and /manual. `contractId`: it is rent. Month is the day's. */
export interface EntryBody {
  readonly on: CalendarDate
  readonly purpose: string
  readonly counterparty?: string
  readonly lines: readonly Line[]
  readonly photoIds?: readonly string[]
  readonly contractId?: string
}
/** POST /api/books/:bookId/year-end — 年末结转, dated the year's last day. */
export interface YearEndBody {
  readonly year: number
}
/** POST /api/entries/:entryId/reversal */
export interface ReversalBody {
  readonly on: CalendarDate
  readonly reason: string
}
/**
 * POST /api/books/:bookId/months/:month/assertion; DELETE takes it back; POST …/closure and …/publication take no
 * body.
 */
export interface AssertionBody {
  readonly assertions: readonly BankAssertion[]
}

/**
 * GET /api/books/:bookId/statements?month= — 收支明细表, 收益分配表, 资产负债表; …/statements/workbook (.xlsx), …/statements/sheet
 * (PDF).
 */
export interface StatementsAnswer {
  readonly book: BookBrief
  readonly month: Month
  readonly statements: readonly Statement[]
}
/**
 * POST /api/books/:bookId/import (.xlsx, multipart) — 422 with every fault by cell, or ImportedAnswer.
 * GET /api/books/:bookId/import/template, GET /api/books/:bookId/workbook (.xlsx export).
 */
export interface ImportedAnswer {
  readonly entries: number
  readonly accounts: number
  readonly assets: number
  readonly resources: number
  readonly contracts: number
}
// GET /api/books/:bookId/wall?month=&size=A3|A4 — the sheet for the public board, a PDF with QR and fingerprint.
