import { chinaClockFace, DomainError, isCalendarDate, startOfChinaDay, textLength, type CalendarDate } from '../kernel'
import type { CalendarYear } from './work-calendar'

/** Characters as a reader counts them. */
const SOURCE_LIMIT = 200
const NAME_LIMIT = 20
const HOLIDAY_LIMIT = 30
const MAKE_UP_LIMIT = 30

/**
 * Holds what is entered against what any arrangement says: days of that year, in order, no two holidays on one day,
 * make-up days on Saturdays and Sundays that are not off.
 * @throws calendar.year-faulty, with the first thing that is wrong: `field`, and `on` where it is a day
 */
export function checkCalendarYear({ year, source, holidays, makeUpDays }: CalendarYear): void {
  if (!Number.isInteger(year) || year < 2000 || year > 2099) fault('year')
  if (source.trim() === '' || textLength(source) > SOURCE_LIMIT) fault('source')
  // No year was ever without a day off: it was not filled in.
  if (holidays.length === 0 || holidays.length > HOLIDAY_LIMIT) fault('holidays')
  if (makeUpDays.length > MAKE_UP_LIMIT) fault('makeUpDays')
  for (const { name, fromOn, toOn } of holidays) {
    if (name.trim() === '' || textLength(name) > NAME_LIMIT) fault('holidays', fromOn)
    for (const on of [fromOn, toOn]) if (!isDayOf(year, on)) fault('holidays', on)
    if (toOn < fromOn) fault('holidays', toOn)
  }
  const inOrder = [...holidays].sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
  for (const [index, { fromOn }] of inOrder.entries()) {
    const before = inOrder[index - 1]
    if (before !== undefined && fromOn <= before.toOn) fault('holidays', fromOn)
  }
  for (const [index, on] of makeUpDays.entries()) {
    const isOff = holidays.some(({ fromOn, toOn }) => fromOn <= on && on <= toOn)
    if (!isDayOf(year, on) || !isWeekend(on) || isOff || makeUpDays.indexOf(on) !== index) fault('makeUpDays', on)
  }
}

function fault(field: string, on: CalendarDate | null = null): never {
  throw new DomainError('calendar.year-faulty', { field, on: on !== null && isCalendarDate(on) ? on : null })
}

function isDayOf(year: number, on: CalendarDate): boolean {
  return isCalendarDate(on) && Number(on.slice(0, 4)) === year
}

function isWeekend(on: CalendarDate): boolean {
  const { weekday } = chinaClockFace(startOfChinaDay(on))
  return weekday === 0 || weekday === 6
}
