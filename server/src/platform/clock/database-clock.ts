import type { EpochMs } from '@huiying/shared/kernel'
import type { Clock } from './clock'

/** Something that can ask the database for the time: the engine of MySQL and MariaDB. */
export interface TimeTeller {
  /** An expression that tells it within a SELECT. */
  readonly timeSql: string
  tellTime(): Promise<EpochMs>
}

/** The database's clock, so that several servers agree on who was first and what is late. */
export class DatabaseClock implements Clock {
  readonly sql: string

  constructor(private readonly teller: TimeTeller) {
    this.sql = teller.timeSql
  }

  now(): Promise<EpochMs> {
    return this.teller.tellTime()
  }
}
