import type { CalendarDate } from './china-time'

/** What a sub-district sets from a day on. Versions are only added, never changed. */
export interface Versioned {
  readonly subDistrictId: string
  readonly version: number
  readonly firstOn: CalendarDate
}

/**
 * In force on a day: of those that have begun the youngest, of two of one day the later version; `null`: the
 * sub-district has set none by then.
 */
export function inForceOn<Policy extends Versioned>(
  policies: readonly Policy[],
  subDistrictId: string,
  on: CalendarDate,
): Policy | null {
  const begun = policies.filter((policy) => policy.subDistrictId === subDistrictId && policy.firstOn <= on)
  const [latest] = begun.sort((one, other) => other.firstOn.localeCompare(one.firstOn) || other.version - one.version)
  return latest ?? null
}
