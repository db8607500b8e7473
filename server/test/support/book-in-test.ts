import { newBookState, STANDARD_SUB_ACCOUNTS, type Book, type BookState, type Month } from '@huiying/shared/ledger'
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
      ...row, openedAt: 0, openedBy: 'nobody', entryCount: 0, hasOpening: false, openFrom: book.firstMonth,
      stoppedAt: null,
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

/** What the database says of the book, read anew under its lock; `asked`: a closed month that is wanted too. */
export function stateOf(database: Database, bookId: string, asked: Month | null = null): Promise<BookState> {
  return database.unitOfWork.run(async (work) => (await bookInHand(work, bookId, asked))?.state ?? newBookState(BOOK))
}

/** Nothing in a state depends on the order of its rows. */
export function tidied(state: BookState): BookState {
  return {
    ...state,
    book: { ...state.book, subAccounts: sorted(state.book.subAccounts, ({ code }) => code) },
    money: sorted(state.money, ({ account }) => account),
    reserves: sorted(state.reserves, ({ expenseId }) => expenseId),
  }
}

export function sorted<Row>(rows: readonly Row[], key: (row: Row) => string): readonly Row[] {
  return [...rows].sort((one, other) => (key(one) < key(other) ? -1 : 1))
}
