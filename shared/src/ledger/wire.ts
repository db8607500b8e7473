import type { PhotoAddress } from '../files'
import type { CalendarDate, EpochMs, Fen } from '../kernel'
import type { PersonTag } from '../identity'
import type { UnitBrief } from '../villages'
import type { LegalBody } from './book'
import type { MonthStatus } from './book-state'
import type { CanonicalEntry } from './canonical-entry'
import type { Contract, Instalment } from './contract'
import type { EntryPlace, EntrySourceType, Line } from './entry'
import type { Asset, HoldingTotals, Resource } from './holding'
import type { MoneyFlow, MoneyLeft } from './money-flow'
import type { Month } from './month'
import type { NoticeStanding } from './objection'
import type { Use } from './uses'

// Everything under /api/books is for whoever may read the book (`mayReadBook`); for all others it does not exist.

/** GET /api/villages/:villageId/books */
export interface BooksAnswer {
  readonly books: readonly BookBrief[]
}
export interface BookBrief {
  readonly id: string
  readonly name: string
  readonly legalBody: LegalBody
  readonly firstMonth: Month
}

/**
 * GET /api/ledger/villages — each book of the villages one watches over as staff or leader, or is stationed at. Whose
 * book needs looking at comes first: see `worseBookFirst`.
 */
export interface VillageBooksAnswer {
  readonly now: EpochMs
  readonly books: readonly VillageBookRow[]
  /** Villages where nobody has opened any. */
  readonly withoutBook: readonly UnitBrief[]
}
export interface VillageBookRow {
  readonly village: UnitBrief
  readonly bookId: string
  readonly name: string
  readonly moneyFen: Fen
  /** The last month that hangs for all to read; `null`: none yet. */
  readonly lastPublished: Month | null
  /** Months that ought to be public and are not: see `lastMonthDue`. */
  readonly lateMonths: number
  /** Expenses that wait for a signature, the payment or the book; late: somebody had to be reminded. */
  readonly waiting: { readonly count: number; readonly lateCount: number; readonly oldestDays: number }
  /** What the nightly check found and still stands. */
  readonly findingCount: number
}

/** "村里还有多少钱" on the villager's first screen, for each book he may read. */
export interface BookInHome {
  readonly bookId: string
  readonly name: string
  readonly totalFen: Fen
  /** The last month that hangs for all to read; `null`: none yet. */
  readonly publishedMonth: Month | null
  /** Until when its notice runs, or ran. */
  readonly noticeEndsAt: EpochMs | null
}

/**
 * GET /api/books/:bookId?month= — the village's finance page. Left out, or malformed: the month that runs. A month
 * outside the book's time gives the nearest one inside it; `month` says which.
 */
export interface FinanceAnswer {
  readonly now: EpochMs
  readonly village: UnitBrief
  readonly book: BookBrief
  readonly money: MoneyLeft
  readonly month: Month
  readonly monthStatus: MonthStatus
  readonly notice: NoticeView | null
  readonly flow: MoneyFlow
  readonly yearFlow: MoneyFlow
  readonly uses: { readonly out: readonly Use[]; readonly in: readonly Use[] }
  readonly yearUses: { readonly out: readonly Use[]; readonly in: readonly Use[] }
  /** The twelve months up to and with the one asked for, oldest first; those before the book began are left out. */
  readonly months: readonly { readonly month: Month; readonly status: MonthStatus; readonly flow: MoneyFlow }[]
  /** Of the month, newest first, ≤ 20; the rest by `entries`. */
  readonly entries: readonly EntryRow[]
  readonly more: string | null
  /** Entries of this month that a later month corrected: "9月已更正". The newest, ≤ 50. */
  readonly corrected: readonly EntryRow[]
  /** What the nightly check says. */
  readonly check: { readonly checkedAt: EpochMs | null; readonly findings: readonly FindingView[] }
  readonly head: HeadView | null
  readonly may: { readonly keep: boolean; readonly object: boolean }
}
export interface NoticeView {
  readonly publishedAt: EpochMs
  readonly lastOn: CalendarDate
  readonly endsAt: EpochMs
  readonly standing: NoticeStanding
}
export interface FindingView {
  readonly words: string
  readonly entryId: string | null
  readonly foundAt: EpochMs
}
/** `fingerprint`: the short one that is printed on the wall. */
export interface HeadView {
  readonly size: number
  readonly root: string
  readonly fingerprint: string
  readonly signedAt: EpochMs
  readonly witnessedAt: EpochMs | null
}

export interface EntryRow {
  readonly id: string
  readonly position: number
  readonly month: Month
  readonly voucher: number
  readonly on: CalendarDate
  /** As `sentenceOf` says it. */
  readonly sentence: string
  readonly sourceType: EntrySourceType
  /** Of the village's money: below zero, it left. */
  readonly movedFen: Fen
  /** "9月已更正（9月第3号）" */
  readonly correction: string | null
}
/**
 * GET /api/books/:bookId/entries?month=&after=&account= — 20 a page, newest first; `after` is `more` of the page
 * before.
 */
export interface EntriesAnswer {
  readonly entries: readonly EntryRow[]
  readonly more: string | null
}

/** GET /api/entries/:entryId — one entry with all that stands behind it. */
export interface EntryView {
  readonly now: EpochMs
  readonly village: UnitBrief
  readonly book: BookBrief
  readonly row: EntryRow
  readonly purpose: string
  readonly counterparty: string | null
  readonly postedAt: EpochMs
  readonly postedBy: PersonTag | null
  readonly lines: readonly (Line & { readonly name: string; readonly plainName: string })[]
  readonly reverses: EntryPlace | null
  readonly reversedBy: EntryPlace | null
  /** The expense behind it; its faces, statement and vouchers are the expenses room's: GET /api/expenses/:id/public. */
  readonly expenseId: string | null
  readonly contractId: string | null
  /** Exactly what is a leaf of the log. */
  readonly canonical: CanonicalEntry
}

/** GET /api/books/:bookId/holdings — 三资 */
export interface HoldingsAnswer {
  readonly village: UnitBrief
  readonly book: BookBrief
  readonly assets: readonly Asset[]
  readonly assetTotals: HoldingTotals & { readonly originalFen: Fen }
  readonly resources: readonly Resource[]
  readonly resourceTotals: HoldingTotals & { readonly areaCentiMu: number }
  readonly contracts: readonly ContractRow[]
  readonly overdueFen: Fen
}
export interface ContractRow extends Contract {
  readonly endedOn: CalendarDate | null
  readonly holdingName: string
  readonly paidFen: Fen
  readonly dueFen: Fen
  readonly overdueFen: Fen
  readonly overdueDays: number
  readonly next: Instalment | null
}
/**
 * PUT /api/books/:bookId/assets/:id, /resources/:id, /contracts/:id — accountant; a new id makes a new one. Answers
 * HoldingsAnswer.
 */
export type AssetBody = Omit<Asset, 'id' | 'bookId'>
export type ResourceBody = Omit<Resource, 'id' | 'bookId'>
export type ContractBody = Omit<Contract, 'id' | 'bookId'> & { readonly endedOn?: CalendarDate }

/** GET /api/books/:bookId/objections?month= */
export interface ObjectionsAnswer {
  readonly objections: readonly ObjectionView[]
}
export interface ObjectionView {
  readonly id: string
  readonly month: Month
  readonly entryId: string | null
  readonly words: string
  /** `null` for neighbours: his name is hidden from other residents. */
  readonly raisedBy: PersonTag | null
  readonly raisedAt: EpochMs
  readonly answer: { readonly words: string; readonly by: PersonTag | null; readonly at: EpochMs } | null
  readonly mayAnswer: boolean
}
/**
 * POST /api/books/:bookId/months/:month/objections; POST /api/objections/:id/answer {words}. Both answer
 * ObjectionsAnswer.
 */
export interface ObjectionBody {
  readonly words: string
  readonly entryId?: string
}

/** A voucher as a resident sees it: covered, or not yet looked through. */
export interface PublicVoucher {
  readonly id: string
  /** `null`: the accountant has not covered personal data on it yet. */
  readonly photo: PhotoAddress | null
}
