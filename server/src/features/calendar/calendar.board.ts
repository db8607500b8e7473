import { NATIONAL_YEARS, type CalendarAnswer } from '@huiying/shared/calendar'
import type { Viewer } from '@huiying/shared/identity'
import type { Reads } from '../../platform/database/reads'
import { administeredSubDistrictOf } from './administered'
import { ownYearsOf } from './own-years'

/** The years that count where the viewer lives or serves, the latest first. */
export async function calendarAnswerOf(reads: Reads, viewer: Viewer): Promise<CalendarAnswer> {
  const administered = administeredSubDistrictOf(viewer)
  const place = administered ?? viewer.posts.find((post) => post.subDistrictId !== null)?.subDistrictId ?? null
  const own = place === null ? [] : await ownYearsOf(reads, place)
  const national = NATIONAL_YEARS.filter(({ year }) => !own.some((entered) => entered.year === year))
  const years = [
    ...national.map((year) => ({ ...year, isOwn: false })),
    ...own.map((year) => ({ ...year, isOwn: true })),
  ]
  return { years: years.sort((one, other) => other.year - one.year), mayEnter: administered !== null }
}
