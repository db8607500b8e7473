import type { CalendarYear } from '@huiying/shared/calendar'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { calendarYearTable } from './calendar-year.table'

/** What the sub-district has entered itself. */
export async function ownYearsOf(reads: Reads, subDistrictId: string): Promise<readonly CalendarYear[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${calendarYearTable.columnList} FROM calendar_years WHERE sub_district_id = ? ORDER BY year`,
    [subDistrictId],
  )
  return rows.map(calendarYearTable.fromRaw).map(({ year, arrangement }) => ({ year, ...arrangement }))
}
