import type { CalendarDate } from '@huiying/shared/kernel'
import { spanOfDays, type Leave } from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { leaveTable } from './leave.table'

/** Leaves of a sub-district's people that touch the duty days [fromOn, toOn] and were not called off. */
export async function leavesDuring(
  reads: Reads,
  subDistrictId: string,
  fromOn: CalendarDate,
  toOn: CalendarDate,
): Promise<readonly Leave[]> {
  const rows = await reads.query<RawRow>(
    // What ended before is left out by the index; the days decide.
    `SELECT ${leaveTable.columnList} FROM duty_leaves WHERE sub_district_id = ? AND to_at > ?
     AND to_on >= ? AND from_on <= ? AND cancelled_at IS NULL`,
    [subDistrictId, spanOfDays(fromOn, fromOn).fromAt, fromOn, toOn],
  )
  return rows.map(leaveTable.fromRaw)
}
