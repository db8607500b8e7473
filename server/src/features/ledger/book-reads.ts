import { DEFAULT_LEDGER_TERMS, namedUses, type Book, type LedgerTerms, type Month, type PostedEntry, type Uses } from '@huiying/shared/ledger'
import type { CalendarDate } from '@huiying/shared/kernel'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { bookFrom } from './book-rows'
import { bookTable, ledgerPolicyTable, subAccountTable, type StoredLedgerPolicy } from './book.table'
import { useTable } from './entry.table'
import { postedEntries } from './posted-entries'

/** A book without its lock, for boards and for questions before an act. */
export async function bookOf(reads: Reads, bookId: string): Promise<Book | null> {
  const [book] = await booksBy(reads, 'id', bookId)
  return book ?? null
}

/** The collective's book first, where there are two. */
export function booksOfVillage(reads: Reads, villageId: string): Promise<readonly Book[]> {
  return booksBy(reads, 'village_id', villageId)
}

async function booksBy(reads: Reads, column: 'id' | 'village_id', value: string): Promise<readonly Book[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${bookTable.columnList} FROM ledger_books WHERE ${column} = ? ORDER BY legal_body, id`, [value],
  )
  if (rows.length === 0) return []
  const books = rows.map(bookTable.fromRaw)
  const subs = await reads.query<RawRow>(
    `SELECT ${subAccountTable.columnList} FROM ledger_sub_accounts WHERE book_id IN (${placeholders(books.length)})
     ORDER BY book_id, code`,
    books.map(({ id }) => id),
  )
  const subAccounts = subs.map(subAccountTable.fromRaw)
  return books.map((book) => bookFrom(book, subAccounts.filter(({ bookId }) => bookId === book.id)))
}

/** The entry of the id with what came after it. */
export async function postedEntry(reads: Reads, entryId: string): Promise<PostedEntry | null> {
  const [posted] = await postedEntries(reads, 'SELECT book_id, position FROM ledger_entries WHERE id = ?', [entryId])
  return posted ?? null
}

/** The id of the entry that stands in the books for the expense: not one that was taken back. */
export async function livePostingOf(reads: Reads, expenseId: string): Promise<string | null> {
  const [row] = await reads.query<{ readonly id: string }>(
    `SELECT e.id FROM ledger_entries e LEFT JOIN ledger_entries r ON r.reverses_id = e.id
     WHERE e.source_ref = ? AND e.source_type = 'expense' AND r.id IS NULL`,
    [expenseId],
  )
  return row?.id ?? null
}

/** By which terms the sub-district's books are kept on the day. */
export async function ledgerTermsOf(reads: Reads, subDistrictId: string, on: CalendarDate): Promise<LedgerTerms> {
  const policies = await ledgerPoliciesOf(reads, subDistrictId)
  return policies.filter(({ firstOn }) => firstOn <= on).at(-1)?.terms ?? DEFAULT_LEDGER_TERMS
}

/** In the order in which they were set. */
export async function ledgerPoliciesOf(reads: Reads, subDistrictId: string): Promise<readonly StoredLedgerPolicy[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${ledgerPolicyTable.columnList} FROM ledger_policies WHERE sub_district_id = ? ORDER BY version`,
    [subDistrictId],
  )
  return rows.map(ledgerPolicyTable.fromRaw)
}

/** What the month's money went to and came from, from the sums that are kept. */
export async function usesOfMonth(reads: Reads, book: Book, month: Month): Promise<Uses> {
  const rows = await reads.query<RawRow>(
    `SELECT ${useTable.columnList} FROM ledger_uses WHERE book_id = ? AND month = ?`, [book.id, month],
  )
  return namedUses(book, rows.map(useTable.fromRaw))
}
