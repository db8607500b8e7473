import { addDays, isCalendarDate, type CalendarDate } from '../kernel'

/** "2026-09" */
export type Month = string

export function monthOf(on: CalendarDate): Month {
  return on.slice(0, 7)
}

export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isCalendarDate(`${text}-01`)
}

export function firstOf(month: Month): CalendarDate {
  return `${month}-01`
}

export function lastOf(month: Month): CalendarDate {
  return addDays(firstOf(monthAfter(month, 1)), -1)
}

/** `count` may be negative. */
export function monthAfter(month: Month, count: number): Month {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  const year = Math.floor(number / 12)
  return `${year}-${`${number - year * 12 + 1}`.padStart(2, '0')}`
}

/** "2026-09" → "9月" */
export function monthName(month: Month): string {
  return `${Number(month.slice(5))}月`
}

/**
 * The same day some months later; a month that has no such day ends it (民法典第二百零二条: 没有对应日的，月末日).
 */
export function dayAfterMonths(on: CalendarDate, count: number): CalendarDate {
  const month = monthAfter(monthOf(on), count)
  const same = `${month}-${on.slice(8)}`
  return isCalendarDate(same) ? same : lastOf(month)
}
