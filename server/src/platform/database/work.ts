import type { Fact } from '@huiying/shared/facts'
import type { EpochMs } from '@huiying/shared/kernel'
import type { TimerSpec } from '../timers/timers.table'
import type { Scalar } from './column'
import type { LockMode } from './dialect'
import type { FindOptions, Where } from './find-query'
import type { Reads } from './reads'
import type { RowChange } from './statement'
import type { Table } from './table'

/** What is to be found in one table, by a name of its own. */
export type Finds<Rows extends Readonly<Record<string, object>>> = {
  readonly [Name in keyof Rows]: {
    readonly table: Table<Rows[Name]>
    readonly where: Where<Rows[Name]>
    readonly lock?: LockMode
  }
}

export type Found<Rows extends Readonly<Record<string, object>>> = {
  readonly [Name in keyof Rows]: readonly Rows[Name][]
}

export interface TimersChange {
  readonly subjectId: string
  readonly before: readonly TimerSpec[]
  readonly after: readonly TimerSpec[]
}

/**
 * What a use case holds while it loads, decides and stores. Reads come first: writes are collected and sent with the
 * commit, so a read after a write would not see it, and fails loudly instead.
 */
export interface Work extends Reads {
  /** One instant for everything done in this work: the database's where there are several servers. */
  readonly now: EpochMs

  find<Row extends object>(table: Table<Row>, where: Where<Row>, options?: FindOptions<Row>): Promise<Row[]>
  /** The first row, or null. */
  findOne<Row extends object>(table: Table<Row>, where: Where<Row>, options?: FindOptions<Row>): Promise<Row | null>
  /**
   * Several finds in one round trip, one after the other: once a lock that comes first is got, the others see what its
   * last holder left. In no order within each.
   */
  findTogether<Rows extends Readonly<Record<string, object>>>(finds: Finds<Rows>): Promise<Found<Rows>>
  /** A SELECT of one's own. Rows come as the database has them: names as selected, booleans 0/1, JSON as text. */
  query<Row>(sql: string, params: readonly Scalar[], options?: { readonly lock?: LockMode }): Promise<Row[]>

  /**
   * What `read` finds in tables of `SELDOM_WRITTEN` and in no others: not read again as long as nobody writes to any of
   * them, whichever server he is on. `read` must not depend on anything that the key does not say, nor on the time.
   */
  kept<T>(key: string, read: () => Promise<T>): Promise<T>

  insert<Row extends object>(table: Table<Row>, ...rows: readonly Row[]): void
  /** Leaves rows alone whose primary or unique key is already there. */
  insertIfAbsent<Row extends object>(table: Table<Row>, ...rows: readonly Row[]): void
  /** Where a row of that primary key is already there, adds the amounts of these properties to its own. */
  insertOrAdd<Row extends object>(
    table: Table<Row>,
    sums: readonly (keyof Row & string)[],
    ...rows: readonly Row[]
  ): void
  /**
   * Writes the whole row. With `expectedVersion` only over exactly that version, counting it up by one;
   * when somebody was faster the whole work is rolled back and tried anew on what is there now.
   */
  update<Row extends object>(table: Table<Row>, row: Row, options?: { readonly expectedVersion?: number }): void
  /**
   * What has changed of many rows, in few statements, over exactly the versions that were loaded; as `update` with
   * `expectedVersion` otherwise. What is the same object before and after counts as unchanged.
   */
  updateChanged<Row extends object>(table: Table<Row>, changes: readonly RowChange<Row>[]): void
  /** By the whole primary key. */
  delete<Row extends object>(table: Table<Row>, key: Partial<Row>): void
  /** A writing statement of one's own; a wrong `expectedRows` counts as a lost race. */
  write(sql: string, params: readonly Scalar[], options?: { readonly expectedRows?: number }): void

  /**
   * Writes facts into the journal; the reactions find them after the commit, unless this work itself reacts to them
   * (`takeRecorded`). `by` null: the clock did it.
   */
  record(by: string | null, facts: readonly Fact[]): void

  /** Brings the timers of a subject from those the old state wanted to those the new one wants. */
  replaceTimers(subjectId: string, before: readonly TimerSpec[], after: readonly TimerSpec[]): void
  /** The same of many subjects. */
  replaceTimersOf(changes: readonly TimersChange[]): void
  schedule(subjectId: string, timer: TimerSpec): void
  unschedule(subjectId: string, timer: TimerSpec): void

  /** Runs after the commit, outside the work; for nudging only, since a crash loses it. Must not throw. */
  afterCommit(nudge: () => void): void
}
