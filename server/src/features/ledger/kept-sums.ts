import { flowOf, sumFlows, turnoversOf, usesOf, type Book, type Entry } from '@huiying/shared/ledger'
import type { Scalar } from '../../platform/database/column'
import { quote } from '../../platform/database/dialect'
import type { Table } from '../../platform/database/table'
import type { Work } from '../../platform/database/work'
import { flowTable, turnoverTable, useTable, type StoredFlow, type StoredUse } from './entry.table'

/**
 * Adds what new entries do to the sums that pages read. Nothing is read for it: a row is put there empty where there is
 * none, then added to, which the databases spell alike.
 */
export function addToSums(work: Work, book: Book, entries: readonly Entry[]): void {
  const bookId = book.id
  const months = [...new Set(entries.map(({ month }) => month))]
  const of = (month: string): readonly Entry[] => entries.filter((entry) => entry.month === month)

  addTo(work, turnoverTable, turnoversOf(entries).map((turnover) => ({ bookId, ...turnover })), ['debitFen', 'creditFen'])
  addTo(work, useTable, months.flatMap((month) => usesIn(book, month, of(month))), ['amountFen'])
  const flows = months.map((month) => flowIn(bookId, month, of(month)))
  addTo(work, flowTable, flows, ['inFen', 'outFen', 'correctedFen', 'openingFen'])
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

function addTo<Row extends object>(
  work: Work, table: Table<Row>, rows: readonly Row[], sums: readonly (keyof Row & string)[],
): void {
  if (rows.length === 0) return
  const empty = Object.fromEntries(sums.map((sum) => [sum, 0])) as Partial<Row>
  work.insertIfAbsent(table, ...rows.map((row) => ({ ...row, ...empty })))
  const set = sums.map((sum) => nameOf(table, sum)).map((name) => `${name} = ${name} + ?`).join(', ')
  const keys = table.columns.filter(({ name }) => table.primaryKey.includes(name))
  const where = keys.map(({ name }) => `${quote(name)} = ?`).join(' AND ')
  const sql = `UPDATE ${quote(table.name)} SET ${set} WHERE ${where}`
  const valueOf = (row: Row, property: string): Scalar => table.toScalar(property, row[property as keyof Row])
  for (const row of rows) {
    work.write(sql, [...sums, ...keys.map(({ property }) => property)].map((property) => valueOf(row, property)))
  }
}

function nameOf<Row extends object>(table: Table<Row>, property: string): string {
  return quote(table.columnOf(property).name)
}
