import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { mayReadBook, type Book, type BookBrief } from '@huiying/shared/ledger'
import type { UnitBrief } from '@huiying/shared/villages'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { bookFrom } from './book-rows'
import { bookTable, subAccountTable, type StoredBook } from './book.table'

/** A book that the viewer may read, with the village it belongs to. */
export interface ReadableBook {
  readonly book: Book
  readonly brief: BookBrief
  readonly village: UnitBrief
}

/** @throws ledger.book-not-found where there is none, and for whoever may not read it */
export async function readableBook(reads: Reads, viewer: Viewer, bookId: string): Promise<ReadableBook> {
  // Both are keyed by the book: one round trip's time.
  const [[raw], subAccounts] = await Promise.all([
    reads.query<RawRow & { readonly village_name: string }>(
      `SELECT ${bookTable.columnListOf('b')}, v.name AS village_name
       FROM ledger_books b JOIN units v ON v.id = b.village_id WHERE b.id = ?`,
      [bookId],
    ),
    reads.query<RawRow>(
      `SELECT ${subAccountTable.columnList} FROM ledger_sub_accounts WHERE book_id = ? ORDER BY code`, [bookId],
    ),
  ])
  if (raw === undefined) throw new DomainError('ledger.book-not-found')
  const stored = bookTable.fromRaw(raw)
  if (!mayReadBook(viewer, stored)) throw new DomainError('ledger.book-not-found')
  return {
    book: bookFrom(stored, subAccounts.map(subAccountTable.fromRaw)),
    brief: briefOf(stored),
    village: { id: stored.villageId, kind: 'village', name: raw.village_name },
  }
}

/** The books of a village. @throws ledger.book-not-found for whoever may not read them */
export async function booksOf(reads: Reads, viewer: Viewer, villageId: string): Promise<readonly BookBrief[]> {
  const [village] = await reads.query<{ readonly parent_id: string | null }>(
    "SELECT parent_id FROM units WHERE id = ? AND kind = 'village'", [villageId],
  )
  const subDistrictId = village?.parent_id ?? null
  if (subDistrictId === null || !mayReadBook(viewer, { villageId, subDistrictId })) {
    throw new DomainError('ledger.book-not-found')
  }
  const rows = await reads.query<RawRow>(
    `SELECT ${bookTable.columnList} FROM ledger_books WHERE village_id = ? ORDER BY legal_body`, [villageId],
  )
  return rows.map((row) => briefOf(bookTable.fromRaw(row)))
}

function briefOf({ id, name, legalBody, firstMonth }: StoredBook): BookBrief {
  return { id, name, legalBody, firstMonth }
}
