import { dayOf, isYearKnown, type DayKind, type WorkCalendar } from '../calendar'
import { addDays, chinaClockFace, HOUR_MS, MINUTE_MS, startOfChinaDay, type CalendarDate, type EpochMs } from '../kernel'
import { dueAfter, SERVICE_KINDS, type ServiceKind } from './open-hours'
import { keptTerms, type SlaTerms } from './policy'

export type PromiseKind = 'help' | ServiceKind
const PROMISE_KINDS: readonly PromiseKind[] = ['help', ...SERVICE_KINDS]

export interface Dues {
  readonly responseDueAt: EpochMs
  readonly closureDueAt: EpochMs
}

/** The same words said at the same time, under the terms that hold and under those that are thought of. */
export interface PromiseExample {
  readonly saidAt: EpochMs
  readonly before: Dues
  readonly after: Dues
}

/** Kinds that fare alike under both. */
export interface ExampleGroup {
  readonly kinds: readonly PromiseKind[]
  readonly examples: readonly PromiseExample[]
}

const MORNING_MS = 10 * HOUR_MS
const CLOSING_MS = 17 * HOUR_MS + 30 * MINUTE_MS
const EVENING_MS = 20 * HOUR_MS
/** Between two public holidays lie no more. */
const LOOK_AHEAD_DAYS = 150

/**
 * What a change would do, told by cases from its first day on: a morning at work, an evening, the end of the week, a
 * day off, the eve of a holiday.
 */
export function promiseExamples(
  before: SlaTerms,
  after: SlaTerms,
  calendar: WorkCalendar,
  firstOn: CalendarDate,
): readonly ExampleGroup[] {
  const instants = instantsFrom(firstOn, calendar)
  return groupsOf(before, after).map((kinds) => ({
    kinds,
    examples: instants.map((saidAt) => ({
      saidAt,
      before: duesOf(before, kinds, calendar, saidAt),
      after: duesOf(after, kinds, calendar, saidAt),
    })),
  }))
}

function duesOf(terms: SlaTerms, [kind]: readonly PromiseKind[], calendar: WorkCalendar, saidAt: EpochMs): Dues {
  const { responseMs, closureMs, openHours } = keptTerms(terms, kind ?? 'help', calendar, saidAt)
  return {
    responseDueAt: dueAfter(saidAt, responseMs, openHours),
    closureDueAt: dueAfter(saidAt, closureMs, openHours),
  }
}

function groupsOf(before: SlaTerms, after: SlaTerms): readonly (readonly PromiseKind[])[] {
  const groups = new Map<string, PromiseKind[]>()
  for (const kind of PROMISE_KINDS) {
    const isServed = ({ serviceHours }: SlaTerms): boolean => serviceHours?.kinds.some((one) => one === kind) === true
    const way = [before, after].map(isServed).join()
    groups.set(way, [...(groups.get(way) ?? []), kind])
  }
  return [...groups.values()]
}

function instantsFrom(firstOn: CalendarDate, calendar: WorkCalendar): readonly EpochMs[] {
  const days = Array.from({ length: LOOK_AHEAD_DAYS }, (_, index) => addDays(firstOn, index))
  const kindOf = (on: CalendarDate): DayKind => kindOfDay(calendar, on)
  const isLastBefore = (kind: DayKind) => (on: CalendarDate): boolean =>
    kindOf(on) === 'working-day' && kindOf(addDays(on, 1)) === kind
  const cases: readonly (readonly [CalendarDate | undefined, number])[] = [
    [days.find((on) => kindOf(on) === 'working-day'), MORNING_MS],
    [days.find((on) => kindOf(on) === 'working-day'), EVENING_MS],
    [days.find(isLastBefore('rest-day')), CLOSING_MS],
    [days.find((on) => kindOf(on) === 'rest-day'), MORNING_MS],
    [days.find(isLastBefore('public-holiday')), CLOSING_MS],
  ]
  const instants = cases.flatMap(([on, timeMs]) => (on === undefined ? [] : [startOfChinaDay(on) + timeMs]))
  return [...new Set(instants)].sort((one, other) => one - other)
}

/** Of a year that is not known, the weekday alone: only an example's choice of day hangs on it, no deadline. */
function kindOfDay(calendar: WorkCalendar, on: CalendarDate): DayKind {
  if (isYearKnown(calendar, on)) return dayOf(calendar, on).kind
  const { weekday } = chinaClockFace(startOfChinaDay(on))
  return weekday === 0 || weekday === 6 ? 'rest-day' : 'working-day'
}
