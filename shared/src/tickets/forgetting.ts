import type { EpochMs } from '../kernel'
import { DEFAULT_FORGET_MS, SHORTEST_FORGET_MS, type KeptTerms } from '../sla'

/** Who stands as the reporter of a ticket whose reporter was forgotten: a person of the register that nobody is. */
export const NOBODY_ID = '00000000000000000000000000'

/**
 * So long after its end, by the terms it began under, the matter and its answers stay, and nothing leads to who raised
 * it.
 */
export function isToForget(terms: Pick<KeptTerms, 'forgetMs'>, endedAt: EpochMs, now: EpochMs): boolean {
  return endedAt + (terms.forgetMs ?? DEFAULT_FORGET_MS) <= now
}

/** Nothing that ended after this instant is to be forgotten yet, whatever its terms. */
export function forgottenBefore(now: EpochMs): EpochMs {
  return now - SHORTEST_FORGET_MS
}
