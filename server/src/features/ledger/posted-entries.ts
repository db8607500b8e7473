import type { Line, PostedEntry } from '@huiying/shared/ledger'
import type { Scalar } from '../../platform/database/column'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { entryTable, lineTable } from './entry.table'
import { entryFrom } from './entry-rows'

/**
 * Entries with their lines and with what took them back, the newest first; one statement.
 * @param chosen a SELECT of `book_id, position` that bounds how many there are
 */
export async function postedEntries(
  reads: Reads,
  chosen: string,
  params: readonly Scalar[],
): Promise<readonly PostedEntry[]> {
  const rows = await reads.query<ReadRow>(
    `SELECT ${entryTable.columnListOf('e')}, l.line_number, l.account, l.side, l.amount_fen,
       r.id AS back_id, r.month AS back_month, r.voucher AS back_voucher
     FROM (${chosen}) c
     JOIN ledger_entries e ON e.book_id = c.book_id AND e.position = c.position
     JOIN ledger_lines l ON l.book_id = e.book_id AND l.position = e.position
     LEFT JOIN ledger_entries r ON r.reverses_id = e.id
     ORDER BY e.position DESC, l.line_number`,
    params,
  )
  const found = new Map<number, { readonly row: ReadRow; readonly lines: Line[] }>()
  for (const row of rows) {
    const position = Number(row['position'])
    const known = found.get(position) ?? { row, lines: [] }
    known.lines.push(lineTable.fromRaw(row))
    found.set(position, known)
  }
  return [...found.values()].map(({ row, lines }) => ({
    entry: entryFrom(entryTable.fromRaw(row), lines),
    reversedBy: row.back_id === null
      ? null
      : { entryId: row.back_id, month: row.back_month, voucher: Number(row.back_voucher) },
  }))
}

interface ReadRow extends RawRow {
  readonly back_id: string | null
  readonly back_month: string
  readonly back_voucher: number
}
