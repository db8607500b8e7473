import { NATIONAL_YEARS } from '@huiying/shared/calendar'
import { addDays, chinaDateOf, DAY_MS, HOUR_MS, startOfChinaDay, type CalendarDate, type EpochMs } from '@huiying/shared/kernel'
import { monthAfter, monthOf, type Month } from '@huiying/shared/ledger'

/** With the one that runs: twelve bars. */
const MONTHS = 12
/** On which day of the next month a month is held against the bank, shut and put on the wall. */
const CLOSING_DAY = '06'
/** The longest that a notice may run, holidays and all. */
const NOTICE_DAYS = 30

/** From the book's first month to the one that runs. */
export function bookMonths(now: EpochMs): readonly Month[] {
  const current = monthOf(chinaDateOf(now))
  return Array.from({ length: MONTHS }, (_, at) => monthAfter(current, at + 1 - MONTHS))
}

/** Half past nine on the day a month is shut. */
export function closingOf(month: Month): EpochMs {
  return startOfChinaDay(`${monthAfter(month, 1)}-${CLOSING_DAY}`) + 9.5 * HOUR_MS
}

/** Whether it is known on which day the notice of a month would end that is put on the wall at the instant. */
export function mayHang(at: EpochMs): boolean {
  const years = [at, at + NOTICE_DAYS * DAY_MS].map((instant) => Number(chinaDateOf(instant).slice(0, 4)))
  return years.every((one) => NATIONAL_YEARS.some(({ year }) => year === one))
}

/** Months that hang or hung on the wall by now, oldest first. */
export function publishedMonths(now: EpochMs): readonly Month[] {
  const shut = bookMonths(now).filter((month) => isOver(closingOf(month), now))
  return shut.filter((month) => mayHang(closingOf(month)))
}

/** Long enough ago that all of it has happened. */
export function isOver(at: EpochMs, now: EpochMs): boolean {
  return at < now - HOUR_MS
}

export function instantOn(day: CalendarDate, hour: number): EpochMs {
  return startOfChinaDay(day) + hour * HOUR_MS
}

/** An hour of the day so many days before today; always past. */
export function daysAgo(now: EpochMs, days: number, hour: number): EpochMs {
  return instantOn(addDays(chinaDateOf(now), -days), hour)
}
