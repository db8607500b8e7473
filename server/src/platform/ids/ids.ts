import { monotonicFactory } from 'ulid'

/** Ids are made by us, never by the database: 26 characters that sort by the time of making. */
export interface Ids {
  next(): string
}

/** Monotonic within one process: two ids of the same millisecond still sort in the order they were made. */
export class UlidIds implements Ids {
  private readonly make = monotonicFactory()

  next(): string {
    return this.make()
  }
}
