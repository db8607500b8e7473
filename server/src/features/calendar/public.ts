import { NATIONAL_YEARS, type WorkCalendar } from '@huiying/shared/calendar'
import type { Reads } from '../../platform/database/reads'
import { ownYearsOf } from './own-years'

export { administeredSubDistrictOf } from './administered'

/** The years the sub-district goes by: the national ones, and over them what it has entered itself. */
export async function calendarOf(reads: Reads, subDistrictId: string): Promise<WorkCalendar> {
  return [...NATIONAL_YEARS, ...(await ownYearsOf(reads, subDistrictId))]
}
