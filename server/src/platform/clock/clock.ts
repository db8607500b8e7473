import type { EpochMs } from '@huiying/shared/kernel'

/** The one source of "now". A use case takes it once, as `work.now`. */
export interface Clock {
  now(): Promise<EpochMs>
}

/** The machine's clock: right as long as one server writes, which is always so on SQLite. */
export class SystemClock implements Clock {
  async now(): Promise<EpochMs> {
    return Date.now()
  }
}
