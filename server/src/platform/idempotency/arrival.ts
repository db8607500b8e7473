import type { EpochMs } from '@huiying/shared/kernel'
import type { KeptAnswer } from './idempotency-keys.table'

/**
 * What the database said of a request as it arrived, in the query that found whose session it is: the first unit of
 * work need not ask it again.
 */
export interface Arrival {
  readonly at: EpochMs
  /** See `AsOf`. */
  readonly seldomVersion: number | null
  /** What was kept under the request's key then; null: nothing. */
  readonly kept: KeptAnswer | null
  /** By `performance.now()`, before it was asked: an answer may lie unheard for a while. */
  readonly askedAtMs: number
}

/** Who checked a large body meanwhile, uploaded one, or waited for a connection, asks anew what time it is. */
const FRESH_MS = 100

export function isFresh({ askedAtMs }: Arrival): boolean {
  return performance.now() - askedAtMs <= FRESH_MS
}
