import type { CalendarDate, EpochMs, Fen } from '@huiying/shared/kernel'
import type { EntrySourceType, Month, Side, Turnover } from '@huiying/shared/ledger'
import { code, date, fen, id, instant, int, json, named, nullable, text } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/**
 * A posted entry. Triggers refuse every change and deletion of it, a number that leaves a gap, and lines that do not
 * add up; its lines are inserted before it, none after.
 */
export interface StoredEntry {
  readonly id: string
  readonly bookId: string
  readonly position: number
  readonly month: Month
  readonly voucher: number
  readonly on: CalendarDate
  readonly purpose: string
  readonly counterparty: string | null
  readonly sourceType: EntrySourceType
  /** The expense, contract or reversed entry behind it. */
  readonly sourceRef: string | null
  readonly sourceOf: Exclude<EntrySourceType, 'reversal'> | null
  readonly sourceMonth: Month | null
  readonly sourceVoucher: number | null
  /** Of an expense: the digest of what was signed and of the signatures. */
  readonly sourceApproval: string | null
  /** The entry it takes back: each at most once. */
  readonly reversesId: string | null
  /** Of its debits, and of its credits. */
  readonly totalFen: Fen
  readonly lineCount: number
  readonly vouchers: readonly string[]
  readonly postedAt: EpochMs
  readonly postedBy: string
}

export const entryTable = defineTable<StoredEntry>({
  name: 'ledger_entries',
  columns: {
    id: id(), bookId: id(), position: int(), month: code(7), voucher: int(), on: named('entry_on', date()),
    purpose: text(200), counterparty: nullable(text(60)), sourceType: code<EntrySourceType>(12),
    sourceRef: nullable(id()), sourceOf: nullable(code<Exclude<EntrySourceType, 'reversal'>>(12)),
    sourceMonth: nullable(code(7)), sourceVoucher: nullable(int()), sourceApproval: nullable(code(64)),
    reversesId: nullable(id()), totalFen: fen(),
    lineCount: int(), vouchers: json(), postedAt: instant(), postedBy: id(),
  },
  // Clustered as the log is read: by book and position.
  primaryKey: ['bookId', 'position'],
  // By what stands behind it; and what was taken back of a month, which its page names.
  indices: [['sourceRef', 'sourceType'], ['bookId', 'sourceMonth', 'month']],
  uniques: [['id'], ['reversesId'], ['bookId', 'month', 'voucher']],
  checks: {
    ck_ledger_entries_lines: 'line_count >= 2 AND total_fen > 0',
    ck_ledger_entries_reversal: "(source_type = 'reversal') = (reverses_id IS NOT NULL)",
  },
})

export interface StoredLine {
  readonly bookId: string
  readonly position: number
  /** From 1. */
  readonly number: number
  readonly account: string
  readonly side: Side
  readonly amountFen: Fen
}

export const lineTable = defineTable<StoredLine>({
  name: 'ledger_lines',
  columns: {
    bookId: id(), position: int(), number: named('line_number', int()), account: code(12), side: code<Side>(6), amountFen: fen(),
  },
  primaryKey: ['bookId', 'position', 'number'],
  indices: [['bookId', 'account', 'position']],
  checks: { ck_ledger_lines_amount: "amount_fen > 0 AND side IN ('debit', 'credit')" },
})

/** Sums kept beside the entries, so that a page of a book of a million lines reads a handful of rows. */
export const turnoverTable = defineTable<Turnover & { readonly bookId: string }>({
  name: 'ledger_turnovers',
  columns: {
    bookId: id(), month: code(7), account: code(12), kind: code<Turnover['kind']>(12), debitFen: fen(), creditFen: fen(),
  },
  primaryKey: ['bookId', 'month', 'account', 'kind'],
})

export interface StoredUse {
  readonly bookId: string
  readonly month: Month
  readonly direction: 'in' | 'out'
  readonly account: string
  readonly amountFen: Fen
}

export const useTable = defineTable<StoredUse>({
  name: 'ledger_uses',
  columns: { bookId: id(), month: code(7), direction: code<'in' | 'out'>(4), account: code(12), amountFen: fen() },
  primaryKey: ['bookId', 'month', 'direction', 'account'],
})

export interface StoredFlow {
  readonly bookId: string
  readonly month: Month
  readonly inFen: Fen
  readonly outFen: Fen
  readonly correctedFen: Fen
  readonly openingFen: Fen
}

export const flowTable = defineTable<StoredFlow>({
  name: 'ledger_flows',
  columns: { bookId: id(), month: code(7), inFen: fen(), outFen: fen(), correctedFen: fen(), openingFen: fen() },
  primaryKey: ['bookId', 'month'],
})
