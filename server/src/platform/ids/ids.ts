import { randomFillSync } from 'node:crypto'
import { decodeTime, encodeTime, monotonicFactory, TIME_LEN } from 'ulid'

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

/** The smallest id that could have been made so long before this one. */
export function idBefore(id: string, ms: number): string {
  return encodeTime(Math.max(0, decodeTime(id) - ms), TIME_LEN).padEnd(id.length, '0')
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
