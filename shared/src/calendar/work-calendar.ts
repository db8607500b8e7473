import { addDays, chinaClockFace, DomainError, startOfChinaDay, type CalendarDate } from '../kernel'

/** One year's arrangement of days off and make-up days, as the State Council announces it each autumn. */
export interface CalendarYear {
  readonly year: number
  /** Where it is written: authority, document, date. */
  readonly source: string
  /** Public holidays with the days moved to them, both ends included. */
  readonly holidays: readonly { readonly name: string; readonly fromOn: CalendarDate; readonly toOn: CalendarDate }[]
  /** Saturdays and Sundays on which one works 调休. */
  readonly makeUpDays: readonly CalendarDate[]
}

/** What is known of the years: the national ones, and what a sub-district has entered itself. */
export type WorkCalendar = readonly CalendarYear[]

export type DayKind = 'working-day' | 'rest-day' | 'public-holiday'

export interface CalendarDay {
  readonly on: CalendarDate
  readonly kind: DayKind
  /** The holiday's name; "调休上班" on a make-up day; otherwise `null`. */
  readonly name: string | null
}

/**
 * What kind of day it is. A later arrangement of one year stands before an earlier one.
 * @throws calendar.year-unknown: nobody guesses which days the coming year gives off
 */
export function dayOf(calendar: WorkCalendar, on: CalendarDate): CalendarDay {
  const year = yearOf(calendar, Number(on.slice(0, 4)))
  const holiday = year.holidays.find(({ fromOn, toOn }) => fromOn <= on && on <= toOn)
  if (holiday !== undefined) return { on, kind: 'public-holiday', name: holiday.name }
  if (year.makeUpDays.includes(on)) return { on, kind: 'working-day', name: '调休上班' }
  const { weekday } = chinaClockFace(startOfChinaDay(on))
  return { on, kind: weekday === 0 || weekday === 6 ? 'rest-day' : 'working-day', name: null }
}

/** Have the day's year's days off been announced? */
export function isYearKnown(calendar: WorkCalendar, on: CalendarDate): boolean {
  return calendar.some(({ year }) => year === Number(on.slice(0, 4)))
}

/** @throws calendar.year-unknown */
function yearOf(calendar: WorkCalendar, year: number): CalendarYear {
  const known = calendar.filter((one) => one.year === year).at(-1)
  if (known === undefined) throw new DomainError('calendar.year-unknown', { year })
  return known
}

/** "2026-02" → its days, first to last. */
export function daysOfMonth(month: string): readonly CalendarDate[] {
  const days: CalendarDate[] = []
  for (let on = `${month}-01`; on.startsWith(month); on = addDays(on, 1)) days.push(on)
  return days
}
