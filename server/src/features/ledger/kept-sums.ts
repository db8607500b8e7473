import { flowOf, sumFlows, turnoversOf, usesOf, type Book, type Entry } from '@huiying/shared/ledger'
import type { Work } from '../../platform/database/work'
import { flowTable, turnoverTable, useTable, type StoredFlow, type StoredUse } from './entry.table'

/** Adds what new entries do to the sums that pages read. Nothing is read for it. */
export function addToSums(work: Work, book: Book, entries: readonly Entry[]): void {
  const bookId = book.id
  const months = [...new Set(entries.map(({ month }) => month))]
  const of = (month: string): readonly Entry[] => entries.filter((entry) => entry.month === month)

  const turnovers = turnoversOf(entries).map((turnover) => ({ bookId, ...turnover }))
  work.insertOrAdd(turnoverTable, ['debitFen', 'creditFen'], ...turnovers)
  work.insertOrAdd(useTable, ['amountFen'], ...months.flatMap((month) => usesIn(book, month, of(month))))
  const flows = months.map((month) => flowIn(bookId, month, of(month)))
  work.insertOrAdd(flowTable, ['inFen', 'outFen', 'correctedFen', 'openingFen'], ...flows)
}

/** What the entries of one month do to its uses, as rows. */
export function usesIn(book: Book, month: string, entries: readonly Entry[]): readonly StoredUse[] {
  const uses = usesOf(book, entries)
  return (['in', 'out'] as const).flatMap((direction) =>
    uses[direction].map(({ account, amountFen }) => ({ bookId: book.id, month, direction, account, amountFen })))
}

export function flowIn(bookId: string, month: string, entries: readonly Entry[]): StoredFlow {
  return { bookId, month, ...sumFlows(entries.map(flowOf)) }
}
