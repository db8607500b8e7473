import type { Month } from '@huiying/shared/ledger'
import type { Reads } from '../../platform/database/reads'

/** The month's entries that an expense stands behind. */
export async function postedInMonth(
  reads: Reads,
  bookId: string,
  month: Month,
): Promise<readonly { readonly entryId: string; readonly expenseId: string }[]> {
  const rows = await reads.query<{ readonly id: string; readonly source_ref: string }>(
    `SELECT id, source_ref FROM ledger_entries WHERE book_id = ? AND month = ? AND source_type = 'expense'
     ORDER BY voucher`,
    [bookId, month],
  )
  return rows.map((row) => ({ entryId: row.id, expenseId: row.source_ref }))
}
