import type { Viewer } from '@huiying/shared/identity'
import {
  accountRows, ACCOUNT_HEADINGS, ACCOUNTS_SHEET, assetRow, ASSETS_SHEET, contractRow, CONTRACTS_SHEET, resourceRow,
  RESOURCES_SHEET, voucherRows, VOUCHERS_SHEET, type BookBrief, type OutRow,
} from '@huiying/shared/ledger'
import type { Reads } from '../../../platform/database/reads'
import type { RawRow, Table } from '../../../platform/database/table'
import { assetTable, contractTable, resourceTable } from '../holding.table'
import { postedEntries } from '../posted-entries'
import { readableBook } from '../readable-book.board'
import { turnoversUpTo } from './statements.board'

export interface OutSheet {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly OutRow[]
}

/** After every month there is. */
const LAST_MONTH = '9999-12'
/** Entries read at a time: a row for each line is held meanwhile. */
const PAGE_SIZE = 2_000

/** A whole book as tables, in the layout that the import takes. @throws ledger.book-not-found */
export async function bookFileOf(
  reads: Reads,
  viewer: Viewer,
  bookId: string,
): Promise<{ readonly book: BookBrief; readonly sheets: readonly OutSheet[] }> {
  const { book, brief } = await readableBook(reads, viewer, bookId)
  const turnovers = await turnoversUpTo(reads, bookId, LAST_MONTH)
  const assets = await registered(reads, assetTable, bookId)
  const resources = await registered(reads, resourceTable, bookId)
  const contracts = await registered(reads, contractTable, bookId)
  const holdingCodes = new Map([...codesOf('ZC', assets), ...codesOf('ZY', resources)])
  const contractCodes = codesOf('HT', contracts)
  const vouchers: OutRow[] = []
  for (let from = 0; ; from += PAGE_SIZE) {
    const chosen = 'SELECT book_id, position FROM ledger_entries WHERE book_id = ? AND position >= ? AND position < ?'
    const page = await postedEntries(reads, chosen, [bookId, from, from + PAGE_SIZE])
    for (const posted of [...page].reverse()) vouchers.push(...voucherRows(book, posted, contractCodes))
    if (page.length < PAGE_SIZE) break
  }
  const codeOf = (id: string): string => holdingCodes.get(id) ?? ''
  const sheets: readonly OutSheet[] = [
    { name: ACCOUNTS_SHEET.name, headings: ACCOUNT_HEADINGS, rows: accountRows(book, turnovers) },
    { ...headed(VOUCHERS_SHEET), rows: vouchers },
    { ...headed(ASSETS_SHEET), rows: assets.map((one) => assetRow(codeOf(one.id), one)) },
    { ...headed(RESOURCES_SHEET), rows: resources.map((one) => resourceRow(codeOf(one.id), one)) },
    {
      ...headed(CONTRACTS_SHEET),
      rows: contracts.map((one) => contractRow(contractCodes.get(one.id) ?? '', codeOf(one.holdingId), one)),
    },
  ]
  return { book: brief, sheets }
}

function headed({ name, columns }: typeof VOUCHERS_SHEET): Pick<OutSheet, 'name' | 'headings'> {
  return { name, headings: columns.map(({ heading }) => heading) }
}

/** "ZC-01": ids say nothing to anybody. */
function codesOf(prefix: string, rows: readonly { readonly id: string }[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id }, index) => [id, `${prefix}-${`${index + 1}`.padStart(2, '0')}`]))
}

async function registered<Row extends object>(
  reads: Reads,
  table: Table<Row>,
  bookId: string,
): Promise<readonly Row[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${table.columnList} FROM ${table.name} WHERE book_id = ? ORDER BY id`, [bookId],
  )
  return rows.map(table.fromRaw)
}
