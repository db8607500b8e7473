import type { Viewer } from '@huiying/shared/identity'
import { chinaDateOf, type EpochMs } from '@huiying/shared/kernel'
import {
  balanceSheet, distributionStatement, incomeStatement, isMonth, monthOf,
  type Book, type Month, type StatementsAnswer, type Turnover,
} from '@huiying/shared/ledger'
import type { Reads } from '../../../platform/database/reads'
import type { RawRow } from '../../../platform/database/table'
import { turnoverTable } from '../entry.table'
import { readableBook } from '../readable-book.board'

/** The three statements of a month, made of the sums that are kept. @throws ledger.book-not-found */
export async function statementsOf(
  reads: Reads,
  viewer: Viewer,
  bookId: string,
  wanted: string | null,
  now: EpochMs,
): Promise<StatementsAnswer> {
  const { book, brief } = await readableBook(reads, viewer, bookId)
  const month = monthWithin(book, wanted, now)
  const turnovers = await turnoversUpTo(reads, bookId, month)
  const statements = [
    incomeStatement(book, turnovers, month), distributionStatement(turnovers, month), balanceSheet(turnovers, month),
  ]
  return { book: brief, month, statements }
}

/** The month asked for, as far as the book has one; left out: the month that runs. */
export function monthWithin({ firstMonth }: Pick<Book, 'firstMonth'>, wanted: string | null, now: EpochMs): Month {
  const running = monthOf(chinaDateOf(now))
  const month = wanted !== null && isMonth(wanted) && wanted <= running ? wanted : running
  return month < firstMonth ? firstMonth : month
}

/** A row for each account and month, however many entries. */
export async function turnoversUpTo(reads: Reads, bookId: string, month: Month): Promise<readonly Turnover[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${turnoverTable.columnList} FROM ledger_turnovers WHERE book_id = ? AND month <= ?
     ORDER BY month, account, kind`,
    [bookId, month],
  )
  return rows.map(turnoverTable.fromRaw)
}
