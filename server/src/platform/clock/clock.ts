import type { EpochMs } from '@huiying/shared/kernel'

/** The one source of "now". A use case takes it once, as `work.now`. */
export interface Clock {
  now(): Promise<EpochMs>
  /** The same as an expression of SQL, for a read that would first have to ask; left out: not the database's clock. */
  readonly sql?: string
}

/** The machine's clock: right as long as one server writes, which is always so on SQLite. */
export class SystemClock implements Clock {
  async now(): Promise<EpochMs> {
    return Date.now()
  }
}
