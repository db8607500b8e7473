import {
  addDays, chinaClockFace, chinaDateOf, HOUR_MS, MINUTE_MS, startOfChinaDay, type CalendarDate, type EpochMs,
} from '../kernel'
import { dayOf, isYearKnown, NATIONAL_YEARS } from '../calendar'
import { dueAfter, type OpenHours } from './open-hours'

/** When one may come to a door; those on duty keep these on rest days, too. */
const DAY_FROM_MS = 8 * HOUR_MS
const DAY_TO_MS = 20 * HOUR_MS
const HALF_HOUR_MS = 30 * MINUTE_MS

/**
 * By when somebody may well say that he has come or done it: nobody is promised a visit at half past midnight. The
 * length counts in `hours` where the matter's kind keeps some; on a full half hour, by daylight.
 */
export function byDaytime(now: EpochMs, lengthMs: number, hours?: OpenHours): EpochMs {
  const by = onHalfHour(dueAfter(now, lengthMs, hours))
  const dayAt = startOfChinaDay(chinaDateOf(by))
  if (by >= dayAt + DAY_FROM_MS && by <= dayAt + DAY_TO_MS) return by
  const morningOf = by < dayAt + DAY_FROM_MS ? dayAt : startOfChinaDay(addDays(chinaDateOf(by), 1))
  return onHalfHour(dueAfter(morningOf + DAY_FROM_MS, lengthMs, hours))
}

/**
 * Ten in the morning of the next day on which the sub-district's offices are open; before eight, of this one. A matter
 * for which every hour counts keeps no days off, so the country's count for it; where nobody knows them, Saturdays
 * and Sundays.
 */
export function nextOfficeMorning(now: EpochMs, hours?: OpenHours): EpochMs {
  const today = chinaDateOf(now)
  let on = now < startOfChinaDay(today) + DAY_FROM_MS ? today : addDays(today, 1)
  while (!isOfficeDay(on, hours)) on = addDays(on, 1)
  return startOfChinaDay(on) + 10 * HOUR_MS
}

function isOfficeDay(on: CalendarDate, hours?: OpenHours): boolean {
  const calendar = [...NATIONAL_YEARS, ...(hours?.calendar ?? [])]
  if (isYearKnown(calendar, on)) return dayOf(calendar, on).kind === 'working-day'
  const { weekday } = chinaClockFace(startOfChinaDay(on))
  return weekday !== 0 && weekday !== 6
}

function onHalfHour(at: EpochMs): EpochMs {
  return Math.ceil(at / HALF_HOUR_MS) * HALF_HOUR_MS
}
