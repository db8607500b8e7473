import { NATIONAL_YEARS, type WorkCalendar } from '@huiying/shared/calendar'
import type { Reads } from '../../platform/database/reads'
import { calendarYearTable } from './calendar-year.table'

/** The years the sub-district goes by: the national ones, and over them what it has entered itself. */
export async function calendarOf(reads: Reads, subDistrictId: string): Promise<WorkCalendar> {
  const rows = await reads.query<Record<string, unknown>>(
    `SELECT ${calendarYearTable.columnList} FROM calendar_years WHERE sub_district_id = ? ORDER BY year`,
    [subDistrictId],
  )
  const own = rows.map((raw) => calendarYearTable.fromRaw(raw)).map(({ year, arrangement }) => ({ year, ...arrangement }))
  return [...NATIONAL_YEARS, ...own]
}
