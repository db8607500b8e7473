import type { DutySlot } from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { slotTable } from './slot.table'

/** The published slots a condition of one's own names, in order of time. Drafts are seen by the month's board only. */
export async function publishedSlots(
  reads: Reads,
  where: string,
  params: readonly (string | number)[],
): Promise<readonly DutySlot[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${slotTable.columnList} FROM duty_slots WHERE ${where} AND published_at IS NOT NULL ORDER BY from_at, id`,
    params,
  )
  return rows.map(slotTable.fromRaw)
}
