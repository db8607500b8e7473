import { addDays, startOfChinaDay, type CalendarDate } from '@huiying/shared/kernel'
import type { DutySlot } from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { slotTable } from './slot.table'

/** The person's published slots in the village that run at some time of the day in China, in order. */
export async function slotsOfDay(
  reads: Reads,
  villageId: string,
  personId: string,
  on: CalendarDate,
): Promise<readonly DutySlot[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${slotTable.columnList} FROM duty_slots WHERE person_id = ? AND from_at < ? AND to_at > ? AND village_id = ?
     AND published_at IS NOT NULL ORDER BY from_at, id`,
    [personId, startOfChinaDay(addDays(on, 1)), startOfChinaDay(on), villageId],
  )
  return rows.map(slotTable.fromRaw)
}
