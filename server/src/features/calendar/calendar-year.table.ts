import type { CalendarYear } from '@huiying/shared/calendar'
import type { EpochMs } from '@huiying/shared/kernel'
import { id, instant, int, json } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** A year's days off as a sub-district entered them: announced after this program was made, or with days of its own. */
export interface StoredCalendarYear {
  readonly subDistrictId: string
  readonly year: number
  readonly arrangement: Omit<CalendarYear, 'year'>
  readonly enteredBy: string
  readonly enteredAt: EpochMs
}

export const calendarYearTable = defineTable<StoredCalendarYear>({
  name: 'calendar_years',
  columns: { subDistrictId: id(), year: int(), arrangement: json<Omit<CalendarYear, 'year'>>(), enteredBy: id(), enteredAt: instant() },
  primaryKey: ['subDistrictId', 'year'],
})
