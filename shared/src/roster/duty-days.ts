import { addDays, chinaClockFace, DAY_MS, startOfChinaDay, type CalendarDate } from '../kernel'
import { dayOf, daysOfMonth, isYearKnown, type CalendarDay, type DayKind, type WorkCalendar } from '../calendar'
import type { Month } from './duty-slot'
import { BALANCE_MONTHS } from './generation'
import { addMonths } from './month'

/** A month's days and the days looked back on, each looked up once. */
export class DutyDays {
  readonly days: readonly CalendarDay[]
  /** The first day looked back on. */
  readonly lookedBackFromOn: CalendarDate
  private readonly kinds = new Map<CalendarDate, DayKind | null>()

  /** @throws calendar.year-unknown, for the month's own year only */
  constructor(
    private readonly calendar: WorkCalendar,
    readonly month: Month,
  ) {
    this.days = daysOfMonth(month).map((on) => dayOf(calendar, on))
    this.lookedBackFromOn = `${addMonths(month, -BALANCE_MONTHS)}-01`
  }

  isInMonth(on: CalendarDate): boolean {
    return on.startsWith(this.month)
  }

  isLookedBackOn(on: CalendarDate): boolean {
    return this.lookedBackFromOn <= on && on < `${this.month}-01`
  }

  /** `null`: of a year nobody knows the days off of; it cannot be evened out. */
  kindOf(on: CalendarDate): DayKind | null {
    const known = this.kinds.get(on)
    if (known !== undefined) return known
    const kind = isYearKnown(this.calendar, on) ? dayOf(this.calendar, on).kind : null
    this.kinds.set(on, kind)
    return kind
  }

  /** Rest days and public holidays of a month. */
  restDaysOf(month: Month): readonly CalendarDate[] {
    return daysOfMonth(month).filter((on) => this.kindOf(on) !== 'working-day')
  }
}

/** 1 = Monday … 7 = Sunday */
export function weekdayOf(on: CalendarDate): number {
  return chinaClockFace(startOfChinaDay(on)).weekday || 7
}

/** The Monday of the day's week. */
export function mondayOf(on: CalendarDate): CalendarDate {
  return addDays(on, 1 - weekdayOf(on))
}

/** Counts days, so that two of them can be told apart by how far. */
export function dayNumber(on: CalendarDate): number {
  return Math.floor(Date.parse(`${on}T00:00:00Z`) / DAY_MS)
}
