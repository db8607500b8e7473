import type { CalendarYear } from './work-calendar'

/** GET /api/calendar — the years the viewer's sub-district goes by; `isOwn`: entered by its admin. */
export interface CalendarAnswer {
  readonly years: readonly (CalendarYear & { readonly isOwn: boolean })[]
  /** The admin of the sub-district may enter a year. */
  readonly mayEnter: boolean
}
/** PUT /api/calendar/:year — by the admin of the sub-district. Answers CalendarAnswer. */
export type CalendarYearBody = Omit<CalendarYear, 'year'>
