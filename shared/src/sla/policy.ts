import type { WorkCalendar } from '../calendar'
import { DAY_MS, HOUR_MS, inForceOn, MINUTE_MS, type CalendarDate, type EpochMs } from '../kernel'
import { openHoursOf, type OpenHours, type ServiceHours } from './open-hours'

/**
 * The promise a sub-district makes (handbook §2, "The clock"): data with a version and a first day. A ticket keeps
 * the version it started under; a later version changes nothing that runs. Natural time, seven days a week, but for
 * the kinds of which it says otherwise.
 */
export interface SlaPolicy {
  readonly subDistrictId: string
  readonly version: number
  readonly firstOn: CalendarDate
  readonly terms: SlaTerms
}

/** All lengths in milliseconds since submission, unless the name says otherwise. */
export interface SlaTerms {
  /** Nobody has responded: the whole village committee and the stationed cadre are told. */
  readonly reminderMs: number
  /** Response is due. */
  readonly responseMs: number
  /** Since the cycle began: the responsible cadre is warned. */
  readonly closureWarningMs: number
  /** Since the cycle began: closure is due. */
  readonly closureMs: number
  /** After closure was due: each further span repeats the supervision order. */
  readonly orderRepeatMs: number
  /** After closure was due, from this on every repetition is told to the county too, where there is one. */
  readonly countyMs: number
  /** After closure: silence files the ticket as unrated. */
  readonly silenceMs: number
  /** After closure: the resident may still say that it is not settled. */
  readonly rejectionMs: number
  /** Departments that were whistled for: by then somebody is there. Left out (older terms): `DEFAULT_REPORT_IN_MS`. */
  readonly reportInMs?: number
  /** After a ticket's end: nothing in it leads to its reporter any more. Left out: `DEFAULT_FORGET_MS`. */
  readonly forgetMs?: number
  /** Kinds whose clock stands still while the office is closed; left out: none. */
  readonly serviceHours?: ServiceHours
}

/** What a ticket keeps: the terms of its kind. Its reminders, deadlines and orders all go by the same hours. */
export type KeptTerms = Omit<SlaTerms, 'serviceHours'> & {
  /** Left out: every hour counts. */
  readonly openHours?: OpenHours
}

/** Handbook §2, "Whistle"; natural time, whatever hours the ticket's kind keeps. */
export const DEFAULT_REPORT_IN_MS = 2 * HOUR_MS

/** As long as a matter may be asked about again, by its reporter or by whoever looks into how it was handled. */
export const DEFAULT_FORGET_MS = 365 * DAY_MS

/** Handbook §2. The county's 72 h count from submission, so 48 h after the 24 h at which closure was due. */
export const DEFAULT_SLA_TERMS: SlaTerms = {
  reminderMs: 30 * MINUTE_MS,
  responseMs: HOUR_MS,
  closureWarningMs: 20 * HOUR_MS,
  closureMs: DAY_MS,
  orderRepeatMs: DAY_MS,
  countyMs: 2 * DAY_MS,
  silenceMs: 3 * DAY_MS,
  rejectionMs: 7 * DAY_MS,
  reportInMs: DEFAULT_REPORT_IN_MS,
}

/** The promise in force on a day; a sub-district that has set none keeps the handbook's, as version 0. */
export function policyOn(policies: readonly SlaPolicy[], subDistrictId: string, on: CalendarDate): SlaPolicy {
  return inForceOn(policies, subDistrictId, on) ??
    { subDistrictId, version: 0, firstOn: '2026-01-01', terms: DEFAULT_SLA_TERMS }
}

/** The terms for what is said at `at`, of that kind. */
export function keptTerms(
  { serviceHours, ...terms }: SlaTerms,
  kind: string,
  calendar: WorkCalendar,
  at: EpochMs,
): KeptTerms {
  if (!serviceHours?.kinds.some((one) => one === kind)) return terms
  return { ...terms, openHours: openHoursOf(serviceHours, calendar, at) }
}

/** Met means at or before the due instant (handbook §2). */
export function isMet(actAt: EpochMs, dueAt: EpochMs): boolean {
  return actAt <= dueAt
}

/**
 * The first instant that is late; a timer for lateness is set to it, so that an act at the due instant is never
 * overtaken.
 */
export function firstLateAt(dueAt: EpochMs): EpochMs {
  return dueAt + 1
}
