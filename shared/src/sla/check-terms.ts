import { DAY_MS, DomainError, HOUR_MS, MINUTE_MS } from '../kernel'
import { SERVICE_KINDS, type ServiceHours } from './open-hours'
import { DEFAULT_FORGET_MS, DEFAULT_REPORT_IN_MS, type SlaTerms } from './policy'

const DAY_MINUTES = 24 * 60
/** A resident who has two months to say that it is not done must be known so long, and a month after. */
export const SHORTEST_FORGET_MS = 90 * DAY_MS
/** Open for less, a promise of a day would take weeks. */
const SHORTEST_DAY_MINUTES = 4 * 60

/** What terms may leave out. */
const LEFT_OUT: Partial<SlaTerms> = { reportInMs: DEFAULT_REPORT_IN_MS, forgetMs: DEFAULT_FORGET_MS }

/** From and to, both included. What has to stand before what is asked after these. */
const BOUNDS = {
  reminderMs: [5 * MINUTE_MS, 3 * DAY_MS],
  responseMs: [10 * MINUTE_MS, 3 * DAY_MS],
  closureWarningMs: [10 * MINUTE_MS, 30 * DAY_MS],
  closureMs: [HOUR_MS, 30 * DAY_MS],
  orderRepeatMs: [HOUR_MS, 7 * DAY_MS],
  countyMs: [0, 30 * DAY_MS],
  silenceMs: [DAY_MS, 30 * DAY_MS],
  rejectionMs: [3 * DAY_MS, 60 * DAY_MS],
  reportInMs: [30 * MINUTE_MS, 3 * DAY_MS],
  forgetMs: [SHORTEST_FORGET_MS, 1_826 * DAY_MS],
} as const satisfies Partial<Record<keyof SlaTerms, readonly [number, number]>>

/**
 * Terms that anybody could keep and nobody could hide behind.
 * @throws sla.policy-invalid, with the first `field` that is wrong and why: `span` with `fromMs`, `toMs`, or `order`
 */
export function checkSlaTerms(terms: SlaTerms): void {
  for (const [field, [fromMs, toMs]] of Object.entries(BOUNDS)) {
    const ms = terms[field as keyof typeof BOUNDS] ?? LEFT_OUT[field as keyof typeof BOUNDS]
    if (ms === undefined || !Number.isInteger(ms) || ms % MINUTE_MS !== 0 || ms < fromMs || ms > toMs) {
      throw new DomainError('sla.policy-invalid', { field, why: 'span', fromMs, toMs })
    }
  }
  if (terms.reminderMs >= terms.responseMs) outOfOrder('reminderMs')
  if (terms.closureWarningMs >= terms.closureMs) outOfOrder('closureWarningMs')
  if (terms.closureMs < terms.responseMs) outOfOrder('closureMs')
  if (terms.rejectionMs < terms.silenceMs) outOfOrder('rejectionMs')
  if (terms.serviceHours !== undefined) checkHours(terms.serviceHours)
}

function checkHours({ kinds, opensAtMinute, closesAtMinute }: ServiceHours): void {
  const isKinds = kinds.length > 0 && new Set(kinds).size === kinds.length
  if (!isKinds || kinds.some((kind) => !SERVICE_KINDS.includes(kind))) outOfOrder('serviceKinds')
  const isMinute = (minute: number): boolean => Number.isInteger(minute) && minute >= 0 && minute <= DAY_MINUTES
  if (!isMinute(opensAtMinute) || !isMinute(closesAtMinute)) outOfOrder('serviceHours')
  if (closesAtMinute - opensAtMinute < SHORTEST_DAY_MINUTES) outOfOrder('serviceHours')
}

function outOfOrder(field: string): never {
  throw new DomainError('sla.policy-invalid', { field, why: 'order' })
}
