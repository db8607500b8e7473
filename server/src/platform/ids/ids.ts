import { randomFillSync } from 'node:crypto'
import { monotonicFactory } from 'ulid'

/** Ids are made by us, never by the database: 26 characters that sort by the time of making. */
export interface Ids {
  next(): string
}

/** Monotonic within one process: two ids of the same millisecond still sort in the order they were made. */
export class UlidIds implements Ids {
  private readonly make = monotonicFactory(pooledChance())

  next(): string {
    return this.make()
  }
}

/** Asking the system for each of an id's 16 characters cost more than the whole of the rest of it. */
const POOL_BYTES = 4_096

/** @returns what gives numbers in [0, 1) of one random byte each: an id's characters are five bits */
function pooledChance(): () => number {
  const pool = new Uint8Array(POOL_BYTES)
  let next = POOL_BYTES
  return () => {
    if (next === POOL_BYTES) {
      randomFillSync(pool)
      next = 0
    }
    return (pool[next++] ?? 0) / 256
  }
}
