import { newBookState, STANDARD_SUB_ACCOUNTS, type Book, type BookState } from '@huiying/shared/ledger'
import { bookTable, subAccountTable } from '../../src/features/ledger/book.table'
import { bookInHand, type BookChange } from '../../src/features/ledger/public'
import type { Database } from '../../src/platform/database/open-database'

export const BOOK_ID = 'book-liushu'

/** The collective's book of the small village, from August 2026 on, without an entry. */
export const BOOK: Book = {
  id: BOOK_ID, villageId: 'liushu', subDistrictId: 'qingxi', legalBody: 'collective', name: '柳树村集体经济组织',
  chartVersion: 1, firstMonth: '2026-08', subAccounts: STANDARD_SUB_ACCOUNTS,
}

/** Puts a book there as it is after opening; `changes` for another village or body. */
export async function openBook(database: Database, changes: Partial<Book> = {}): Promise<Book> {
  const book = { ...BOOK, ...changes }
  await database.unitOfWork.run(async (work) => {
    const { subAccounts, ...row } = book
    work.insert(bookTable, {
      ...row, openedAt: 0, openedBy: 'nobody', entryCount: 0, hasOpening: false, stoppedAt: null,
    })
    work.insert(subAccountTable, ...subAccounts.map((account) => ({ ...account, bookId: book.id })))
  })
  return book
}

/** Load, decide by the rules, store: what use cases do, without their rooms. Answers the state that was stored. */
export function writeInBook(
  database: Database,
  bookId: string,
  decide: (state: BookState, now: number) => Pick<BookChange, 'next' | 'facts'> & Partial<Pick<BookChange, 'entries'>>,
): Promise<BookState> {
  return database.unitOfWork.run(async (work) => {
    const book = await bookInHand(work, bookId)
    if (book === null) throw new Error(`no book ${bookId}`)
    const { next, entries = [], facts } = decide(book.state, work.now)
    book.write({ next, entries, facts, by: 'feng' })
    return next
  })
}

/** What the database says of the book, read anew under its lock. */
export function stateOf(database: Database, bookId: string): Promise<BookState> {
  return database.unitOfWork.run(async (work) => (await bookInHand(work, bookId))?.state ?? newBookState(BOOK))
}
