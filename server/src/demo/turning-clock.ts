import type { EpochMs } from '@huiying/shared/kernel'
import type { Clock } from '../platform/clock/clock'

/** A clock that the demo turns forward through its nine days. */
export class TurningClock implements Clock {
  constructor(private standsAt: EpochMs) {}

  async now(): Promise<EpochMs> {
    return this.standsAt
  }

  /** Never back. */
  turnTo(at: EpochMs): void {
    this.standsAt = Math.max(this.standsAt, at)
  }
}
