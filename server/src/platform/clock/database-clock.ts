import type { EpochMs } from '@huiying/shared/kernel'
import type { Clock } from './clock'

/** Something that can ask the database for the time: the engine of MySQL and MariaDB. */
export interface TimeTeller {
  tellTime(): Promise<EpochMs>
}

/** The database's clock, so that several servers agree on who was first and what is late. */
export class DatabaseClock implements Clock {
  constructor(private readonly teller: TimeTeller) {}

  now(): Promise<EpochMs> {
    return this.teller.tellTime()
  }
}
