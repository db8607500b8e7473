import type { EpochMs } from '@huiying/shared/kernel'
import type { KeptAnswer } from './idempotency-keys.table'

/**
 * What the database said of a request as it arrived, in the query that found whose session it is: the first unit of
 * work need not ask it again.
 */
export interface Arrival {
  readonly at: EpochMs
  /** See `EngineTransaction.seldomVersion`. */
  readonly seldomVersion: number | null
  /** What was kept under the request's key then; null: nothing. */
  readonly kept: KeptAnswer | null
  /** By `performance.now()`, when it was heard. */
  readonly heardAtMs: number
}

/** Who checked a large body meanwhile, or uploaded one, asks anew what time it is. */
const FRESH_MS = 100

export function isFresh({ heardAtMs }: Arrival): boolean {
  return performance.now() - heardAtMs <= FRESH_MS
}
