import type { WorkCalendar } from '../calendar'
import { formatLength, type EpochMs } from '../kernel'
import { dueAfter, openHoursOf, type OpenHours } from './open-hours'
import type { SlaTerms } from './policy'
import type { PromiseView } from './wire'

/** What of the terms a resident is told. */
export function promiseViewOf(terms: SlaTerms, calendar: WorkCalendar, now: EpochMs): PromiseView {
  const { responseMs, serviceHours } = terms
  if (serviceHours === undefined) return { responseMs, service: null }
  return { responseMs, service: { kinds: serviceHours.kinds, hours: openHoursOf(serviceHours, calendar, now) } }
}

/**
 * "1 小时内有人回", for all that may be said there: where some kinds wait for the office to open, it is not promised of
 * everything ("一般").
 */
export function answeredWithinWords({ responseMs, service }: PromiseView): string {
  return `${service === null ? '' : '一般 '}${formatLength(responseMs)}内有人回`
}

/** By when somebody answers what is said at `at`: the very rule the server goes by when it comes in. */
export function promisedAt(promise: PromiseView, kind: string, at: EpochMs): EpochMs {
  return dueAfter(at, promise.responseMs, hoursFor(promise, kind))
}

/** `undefined`: every hour counts for this kind. */
export function hoursFor({ service }: PromiseView, kind: string): OpenHours | undefined {
  return service?.kinds.some((one) => one === kind) === true ? service.hours : undefined
}
