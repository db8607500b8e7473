import { addDays, chinaClockFace, DAY_MS, DomainError, isCalendarDate, startOfChinaDay, type CalendarDate } from '../kernel'

/** Both days included, China's calendar. What was raised in it is counted, however it went on. */
export interface Period {
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
}

/** A little over a year, so that a year can be laid beside the one before. */
const LONGEST_DAYS = 400

/** Left out: the week that runs. @throws figures.period-invalid */
export function periodOf(fromOn: string | null, toOn: string | null, today: CalendarDate): Period {
  if (fromOn === null && toOn === null) return { ...weekOf(today), toOn: today }
  const from = fromOn ?? today
  const to = toOn ?? today
  if (!isCalendarDate(from) || !isCalendarDate(to) || from > to || lengthDays(from, to) > LONGEST_DAYS) {
    throw new DomainError('figures.period-invalid', { days: LONGEST_DAYS })
  }
  return { fromOn: from, toOn: to }
}

/** Monday to Sunday. */
export function weekOf(day: CalendarDate): Period {
  const { weekday } = chinaClockFace(startOfChinaDay(day))
  const fromOn = addDays(day, -((weekday + 6) % 7))
  return { fromOn, toOn: addDays(fromOn, 6) }
}

/** As instants, half-open. */
export function spanOf({ fromOn, toOn }: Period): { readonly fromAt: number; readonly toAt: number } {
  return { fromAt: startOfChinaDay(fromOn), toAt: startOfChinaDay(toOn) + DAY_MS }
}

function lengthDays(fromOn: CalendarDate, toOn: CalendarDate): number {
  return (startOfChinaDay(toOn) - startOfChinaDay(fromOn)) / DAY_MS + 1
}
