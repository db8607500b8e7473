import { dayOf, isYearKnown, type CalendarYear, type WorkCalendar } from '../calendar'
import {
  addDays, chinaDateOf, DAY_MS, MINUTE_MS, startOfChinaDay, type CalendarDate, type EpochMs, type Span,
} from '../kernel'

/** What may go by service hours. 求助 never does: a burst pipe does not wait for Monday (handbook §2). */
export const SERVICE_KINDS = ['question', 'complaint', 'suggestion'] as const
export type ServiceKind = (typeof SERVICE_KINDS)[number]

/** Whose clock runs only while the office is open, and when that is: every working day, make-up days among them. */
export interface ServiceHours {
  readonly kinds: readonly ServiceKind[]
  /** Minutes since midnight in China: 540 = 9:00. */
  readonly opensAtMinute: number
  /** The office is open up to this minute; 1440 = midnight. */
  readonly closesAtMinute: number
}

/**
 * What a grievance keeps of them when it is raised, with the days off as they were known then: what is announced or
 * entered later moves no deadline that somebody was told.
 */
export interface OpenHours {
  readonly opensAtMinute: number
  readonly closesAtMinute: number
  readonly calendar: WorkCalendar
}

/** The hours with the days off from `at` on. Names and sources stay behind: a deadline needs the days alone. */
export function openHoursOf(hours: ServiceHours, calendar: WorkCalendar, at: EpochMs): OpenHours {
  const on = chinaDateOf(at)
  const years = [...new Set(calendar.map(({ year }) => year))].filter((year) => year >= Number(on.slice(0, 4))).sort()
  return {
    opensAtMinute: hours.opensAtMinute,
    closesAtMinute: hours.closesAtMinute,
    calendar: years.flatMap((year) => {
      const known = calendar.filter((one) => one.year === year).at(-1)
      return known === undefined ? [] : [bareYear(known, on)]
    }),
  }
}

/**
 * The instant at which so much time has passed since `startAt`: natural time, or of `hours` those while the office is
 * open. In a year whose days off are not known every hour counts: nobody guesses, and nobody waits longer for that.
 * Never earlier than natural time; never earlier for what began later or takes longer.
 */
export function dueAfter(startAt: EpochMs, lengthMs: number, hours?: OpenHours): EpochMs {
  if (hours === undefined) return startAt + lengthMs
  let leftMs = lengthMs
  for (let on = chinaDateOf(startAt); ; on = addDays(on, 1)) {
    const open = openOn(hours, on)
    if (open === null) continue
    const fromAt = Math.max(open.fromAt, startAt)
    const openMs = open.toAt - fromAt
    if (openMs >= leftMs) return fromAt + leftMs
    leftMs -= Math.max(0, openMs)
  }
}

/** The first year on the way from `fromAt` to `dueAt` whose days off nobody has entered; `null`: all are known. */
export function unknownYearIn(hours: OpenHours | undefined, fromAt: EpochMs, dueAt: EpochMs): number | null {
  if (hours === undefined) return null
  const lastYear = yearOf(dueAt)
  for (let year = yearOf(fromAt); year <= lastYear; year += 1) {
    if (!isYearKnown(hours.calendar, `${year}-01-01`)) return year
  }
  return null
}

function openOn(hours: OpenHours, on: CalendarDate): (Span & { readonly toAt: EpochMs }) | null {
  const startAt = startOfChinaDay(on)
  if (!isYearKnown(hours.calendar, on)) return { fromAt: startAt, toAt: startAt + DAY_MS }
  if (dayOf(hours.calendar, on).kind !== 'working-day') return null
  return { fromAt: startAt + hours.opensAtMinute * MINUTE_MS, toAt: startAt + hours.closesAtMinute * MINUTE_MS }
}

function bareYear({ year, holidays, makeUpDays }: CalendarYear, fromOn: CalendarDate): CalendarYear {
  return {
    year,
    source: '',
    holidays: holidays.filter(({ toOn }) => toOn >= fromOn).map((one) => ({ ...one, name: '' })),
    makeUpDays: makeUpDays.filter((on) => on >= fromOn),
  }
}

function yearOf(at: EpochMs): number {
  return Number(chinaDateOf(at).slice(0, 4))
}
