import type { EpochMs } from '@huiying/shared/kernel'
import type { Entry, Line } from '@huiying/shared/ledger'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { entryTable, lineTable, type StoredEntry } from './entry.table'
import { entryFrom } from './entry-rows'

/** What the rows say stands at the positions [from, to), in their order. What is missing is left out. */
export async function entriesInRange(
  reads: Reads, bookId: string, from: number, to: number,
): Promise<readonly Entry[]> {
  return (await storedInRange(reads, bookId, from, to)).map(({ row, lines }) => entryFrom(row, lines))
}

export interface EntryRows {
  readonly row: StoredEntry
  readonly lines: readonly Line[]
}

/** The same with the columns that are kept beside the entry's own. */
export async function storedInRange(
  reads: Reads, bookId: string, from: number, to: number,
): Promise<readonly EntryRows[]> {
  const span = 'WHERE book_id = ? AND position >= ? AND position < ?'
  const params = [bookId, from, to]
  const [rows, lineRows] = await Promise.all([
    reads.query<RawRow>(`SELECT ${entryTable.columnList} FROM ledger_entries ${span} ORDER BY position`, params),
    reads.query<RawRow>(
      `SELECT ${lineTable.columnList} FROM ledger_lines ${span} ORDER BY position, line_number`, params,
    ),
  ])
  const lines = new Map<number, Line[]>()
  for (const raw of lineRows) {
    const line = lineTable.fromRaw(raw)
    const known = lines.get(line.position)
    if (known === undefined) lines.set(line.position, [line])
    else known.push(line)
  }
  return rows.map(entryTable.fromRaw).map((row) => ({ row, lines: lines.get(row.position) ?? [] }))
}

/**
 * The first position posted at that instant or later; the size, if there is none. Twenty rows of a million: entries are
 * posted in the order of time.
 */
export async function firstPostedFrom(reads: Reads, bookId: string, at: EpochMs, size: number): Promise<number> {
  let from = 0
  let to = size
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const [row] = await reads.query<{ postedAt: EpochMs }>(
      'SELECT posted_at AS postedAt FROM ledger_entries WHERE book_id = ? AND position = ?', [bookId, middle],
    )
    if (row === undefined || Number(row.postedAt) >= at) to = middle
    else from = middle + 1
  }
  return from
}
