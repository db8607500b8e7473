import { chinaDateOf, DomainError, type CalendarDate, type EpochMs } from '../kernel'
import type { Month } from './duty-slot'
import type { RosterTerms } from './policy'
import { dutyDayAt } from './shift'

/** A month is made at most that far ahead: who holds which post later nobody knows. */
export const MONTHS_AHEAD = 2

/** "2026-09": a month of a year that a calendar can speak of. */
export function isMonth(text: string): boolean {
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(text)
}

export function monthOfDay(on: CalendarDate): Month {
  return on.slice(0, 7)
}

/** That many months later; earlier where negative. */
export function addMonths(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** Its last shift has ended. */
export function isMonthOver(month: Month, terms: RosterTerms, now: EpochMs): boolean {
  return month < monthOfDay(dutyDayAt(now, terms))
}

/** @throws roster.month-invalid for what is no month or too far ahead, roster.month-over */
export function checkMonthToMake(month: Month, terms: RosterTerms, now: EpochMs): void {
  if (!isMonth(month) || month > addMonths(monthOfDay(chinaDateOf(now)), MONTHS_AHEAD)) {
    throw new DomainError('roster.month-invalid')
  }
  if (isMonthOver(month, terms, now)) throw new DomainError('roster.month-over')
}

/** @throws roster.month-invalid */
export function checkMonth(month: Month): void {
  if (!isMonth(month)) throw new DomainError('roster.month-invalid')
}
