import type { EpochMs } from '@huiying/shared/kernel'
import type { Clock } from '../../src/platform/clock/clock'

/** A clock that stands still until the test turns it. */
export class HandClock implements Clock {
  constructor(private standsAt: EpochMs = Date.parse('2026-09-14T09:00:00+08:00')) {}

  /** What it shows. */
  at(): EpochMs {
    return this.standsAt
  }

  set(at: EpochMs | string): void {
    this.standsAt = typeof at === 'string' ? Date.parse(at) : at
  }

  advance(byMs: number): void {
    this.standsAt += byMs
  }

  async now(): Promise<EpochMs> {
    return this.standsAt
  }
}
