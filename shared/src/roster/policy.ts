import { DomainError, inForceOn, MINUTE_MS, type CalendarDate } from '../kernel'

/**
 * Handbook §3, "policy": kept per sub-district with a version and a first day. A month keeps the version it was made
 * under.
 */
export interface RosterPolicy {
  readonly subDistrictId: string
  readonly version: number
  readonly firstOn: CalendarDate
  readonly terms: RosterTerms
}

export interface RosterTerms {
  /**
   * Minutes since midnight at which the village's shift changes. From noon on, the shift of a day begins the evening
   * before: who sits on the 15th has the telephone from the 14th, 18:00, so that no hour of a night is nobody's.
   */
  readonly handOverMinute: number
  /** Minutes since midnight between which a stationed cadre or a leader sits. */
  readonly visitFromMinute: number
  readonly visitToMinute: number
  /** Not taken over within this: absent. */
  readonly absentAfterMs: number
  /** The stationed cadre's day, 1 = Monday … 5 = Friday; his further villages get the next ones. */
  readonly stationedWeekday: number
  /** How often a month each marked village is visited by a leader, and party secretary and mayor each go themselves. */
  readonly leaderVisits: number
  /** Metres around the service centre in which one takes over; `null`: nobody asks where a cadre is. */
  readonly locationCircleM: number | null
}

export const DEFAULT_ROSTER_TERMS: RosterTerms = {
  handOverMinute: 18 * 60,
  visitFromMinute: 8 * 60 + 30,
  visitToMinute: 18 * 60,
  absentAfterMs: 30 * MINUTE_MS,
  stationedWeekday: 3,
  leaderVisits: 1,
  locationCircleM: null,
}

/** The policy in force on a day; a sub-district that has set none keeps the handbook's, as version 0. */
export function rosterPolicyOn(
  policies: readonly RosterPolicy[],
  subDistrictId: string,
  on: CalendarDate,
): RosterPolicy {
  return inForceOn(policies, subDistrictId, on) ??
    { subDistrictId, version: 0, firstOn: '2026-01-01', terms: DEFAULT_ROSTER_TERMS }
}

/**
 * Hours within a day, in whole minutes; a cadre may be late by some minutes, not by hours.
 * @throws roster.policy-invalid
 */
export function checkRosterTerms(terms: RosterTerms): void {
  const { visitFromMinute, absentAfterMs, locationCircleM } = terms
  const isSound = isWithin(terms.handOverMinute, 0, DAY_MINUTES - 1)
    && isWithin(visitFromMinute, 0, DAY_MINUTES - 1)
    && isWithin(terms.visitToMinute, visitFromMinute + 1, DAY_MINUTES)
    && isWithin(absentAfterMs, MINUTE_MS, 4 * 60 * MINUTE_MS) && absentAfterMs % MINUTE_MS === 0
    && isWithin(terms.stationedWeekday, 1, 5)
    && isWithin(terms.leaderVisits, 0, 10)
    && (locationCircleM === null || isWithin(locationCircleM, 50, 5_000))
  if (!isSound) throw new DomainError('roster.policy-invalid')
}

const DAY_MINUTES = 24 * 60

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && least <= value && value <= most
}
