import { chinaDateOf, DAY_MS, DomainError, isCalendarDate, type CalendarDate, type EpochMs } from '../kernel'
import { checkSlaTerms } from './check-terms'
import { DEFAULT_SLA_TERMS, type SlaPolicy, type SlaTerms } from './policy'

/** As long as this ahead a change may be planned: the days off of the year after are not known by then. */
const FARTHEST_DAYS = 366

export interface PolicyChange {
  readonly firstOn: CalendarDate
  /** `null`: none of our own any more; the handbook's from that day on. */
  readonly terms: SlaTerms | null
  /** The version the editor had before him; 0: none. */
  readonly basedOnVersion: number
}

/**
 * The next version, after all there are. It begins tomorrow at the earliest: nobody is told one hour in the morning
 * and held to another in the evening.
 * @throws sla.policy-invalid, sla.policy-too-soon, sla.policy-too-far, sla.policy-changed where somebody was faster
 */
export function nextPolicy(
  subDistrictId: string,
  policies: readonly SlaPolicy[],
  { firstOn, terms, basedOnVersion }: PolicyChange,
  now: EpochMs,
): SlaPolicy {
  const latest = Math.max(0, ...policies.map(({ version }) => version))
  if (latest !== basedOnVersion) throw new DomainError('sla.policy-changed')
  if (!isCalendarDate(firstOn) || firstOn <= chinaDateOf(now)) throw new DomainError('sla.policy-too-soon')
  if (firstOn > chinaDateOf(now + FARTHEST_DAYS * DAY_MS)) throw new DomainError('sla.policy-too-far')
  if (terms !== null) checkSlaTerms(terms)
  return { subDistrictId, version: latest + 1, firstOn, terms: terms ?? DEFAULT_SLA_TERMS }
}
