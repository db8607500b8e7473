import { type Fact, type JournalEntry, subjectOf } from '@huiying/shared/facts'
import type { EpochMs } from '@huiying/shared/kernel'
import type { Ids } from '../ids/ids'
import { entryOf, type JournalRow, journalTable } from '../journal/journal.table'
import { outboxTable } from '../outbox/outbox.table'
import { timerOf, type TimerSpec, timersTable } from '../timers/timers.table'
import type { Scalar } from './column'
import { addToExistingSuffix, type Dialect, keepExistingSuffix, lockSuffix, type LockMode } from './dialect'
import type { EngineTransaction } from './engine'
import { findQuery, type FindOptions, type Query, type Where } from './find-query'
import type { KeptReads } from './kept-reads'
import { checkedSql } from './own-sql'
import { type OrderOfRows, PendingWrites } from './pending-writes'
import {
  changeStatements, inOrderOfKeys, keyScalars, updateStatement, type RowChange, type Statement,
} from './statement'
import type { RawRow, Table } from './table'
import type { Finds, Found, TimersChange, Work } from './work'

/** What is known as a work begins. */
export interface AsOf {
  readonly now: EpochMs
  /** How often what seldom changes has been written to; null: not known, so nothing of it may be kept. */
  readonly seldomVersion: number | null
}

/** Keeps writes until the end; see `Work`. */
export class CollectingWork implements Work {
  /** Things to do once committed. */
  readonly nudges: (() => void)[] = []
  readonly now: EpochMs
  recordedFacts = 0
  earliestTimerAt: EpochMs | null = null
  hasWritten = false
  private readonly writes: PendingWrites
  /** Recorded, and nobody has reacted to it yet. */
  private unheard: readonly JournalRow[] = []
  private isOpen = true

  constructor(
    private readonly asOf: AsOf,
    private readonly transaction: EngineTransaction,
    readonly dialect: Dialect,
    private readonly ids: Ids,
    private readonly keptReads: KeptReads,
  ) {
    this.now = asOf.now
    this.writes = new PendingWrites(dialect)
  }

  async find<Row extends object>(table: Table<Row>, where: Where<Row>, options: FindOptions<Row> = {}): Promise<Row[]> {
    this.assertReadable(table.name)
    const query = findQuery(table, where, options, this.dialect)
    if (query === null) return []
    return (await this.transaction.read(query.sql, query.params)).map((raw) => table.fromRaw(raw))
  }

  async findOne<Row extends object>(
    table: Table<Row>,
    where: Where<Row>,
    options: FindOptions<Row> = {},
  ): Promise<Row | null> {
    const [row] = await this.find(table, where, { ...options, limit: 1 })
    return row ?? null
  }

  async findTogether<Rows extends Readonly<Record<string, object>>>(finds: Finds<Rows>): Promise<Found<Rows>> {
    const wanted = Object.entries(finds as Finds<Record<string, object>>).map(([name, { table, where, lock }]) => {
      this.assertReadable(table.name)
      return { name, table, query: findQuery(table, where, { lock: lock ?? false }, this.dialect) }
    })
    const rows = await this.transaction.readEach(wanted.flatMap(({ query }) => query ?? []))
    let at = 0
    const found = wanted.map(({ name, table, query }) =>
      [name, query === null ? [] : (rows[at++] ?? []).map((raw) => table.fromRaw(raw))])
    return Object.fromEntries(found) as Found<Rows>
  }

  /** One after the other, in one round trip: whatever takes a lock comes first. */
  async readEach(queries: readonly Query[]): Promise<readonly (readonly RawRow[])[]> {
    this.assertReadable(queries.map(({ sql }) => sql.slice(0, 40)).join(' '))
    return this.transaction.readEach(queries)
  }

  async query<Row>(sql: string, params: readonly Scalar[], options: { lock?: LockMode } = {}): Promise<Row[]> {
    this.assertReadable(sql.slice(0, 80))
    const scalars = checkedSql(sql, params, 'read')
    const locked = sql + lockSuffix(this.dialect, options.lock ?? false)
    return [...(await this.transaction.read(locked, scalars))] as Row[]
  }

  async kept<T>(key: string, read: () => Promise<T>): Promise<T> {
    this.assertReadable(key)
    if (this.transaction.countsUp) return read()
    return this.keptReads.get(key, this.asOf.seldomVersion, this.now, read)
  }

  insert<Row extends object>(table: Table<Row>, ...rows: readonly Row[]): void {
    this.collectRows(table, rows, '')
  }

  insertIfAbsent<Row extends object>(table: Table<Row>, ...rows: readonly Row[]): void {
    this.collectRows(table, rows, keepExistingSuffix(this.dialect, table.primaryKey[0] ?? ''))
  }

  insertOrAdd<Row extends object>(
    table: Table<Row>,
    sums: readonly (keyof Row & string)[],
    ...rows: readonly Row[]
  ): void {
    const names = sums.map((sum) => table.columnOf(sum).name)
    this.collectRows(table, rows, addToExistingSuffix(this.dialect, table.primaryKey, names), inOrderOfKeys)
  }

  update<Row extends object>(table: Table<Row>, row: Row, options: { expectedVersion?: number } = {}): void {
    this.collect(updateStatement(table, row, options.expectedVersion ?? null))
  }

  updateChanged<Row extends object>(table: Table<Row>, changes: readonly RowChange<Row>[]): void {
    for (const statement of changeStatements(table, changes, this.dialect)) this.collect(statement)
  }

  delete<Row extends object>(table: Table<Row>, key: Partial<Row>): void {
    this.assertOpen()
    this.hasWritten = true
    this.writes.delete(table, keyScalars(table, key))
  }

  write(sql: string, params: readonly Scalar[], options: { expectedRows?: number } = {}): void {
    this.collect({ sql, params: checkedSql(sql, params, 'write'), expectedRows: options.expectedRows ?? null })
  }

  record(by: string | null, facts: readonly Fact[]): void {
    const rows = facts.map((fact) => ({
      id: this.ids.next(),
      at: this.now,
      byPerson: by,
      type: fact.type,
      subjectId: subjectOf(fact),
      body: fact,
    }))
    this.insert(journalTable, ...rows)
    this.unheard = [...this.unheard, ...rows]
    this.recordedFacts += rows.length
  }

  /** Of what is recorded so far: whoever takes it reacts to it in this work, and the outbox will not hold it. */
  takeRecorded(takes: (entry: JournalEntry) => boolean): readonly JournalEntry[] {
    const taken = this.unheard.map(entryOf).filter(takes)
    const ids = new Set(taken.map(({ id }) => id))
    this.unheard = this.unheard.filter(({ id }) => !ids.has(id))
    return taken
  }

  replaceTimers(subjectId: string, before: readonly TimerSpec[], after: readonly TimerSpec[]): void {
    this.replaceTimersOf([{ subjectId, before, after }])
  }

  replaceTimersOf(changes: readonly TimersChange[]): void {
    const isIn = (timers: readonly TimerSpec[], wanted: TimerSpec): boolean =>
      timers.some(({ kind, dueAt }) => kind === wanted.kind && dueAt === wanted.dueAt)
    for (const { subjectId, before, after } of changes) {
      for (const gone of before.filter((timer) => !isIn(after, timer))) this.unschedule(subjectId, gone)
    }
    for (const { subjectId, before, after } of changes) {
      for (const added of after.filter((timer) => !isIn(before, timer))) this.schedule(subjectId, added)
    }
  }

  schedule(subjectId: string, timer: TimerSpec): void {
    this.insertIfAbsent(timersTable, timerOf(subjectId, timer))
    this.earliestTimerAt = Math.min(this.earliestTimerAt ?? timer.dueAt, timer.dueAt)
  }

  unschedule(subjectId: string, timer: TimerSpec): void {
    this.delete(timersTable, timerOf(subjectId, timer))
  }

  afterCommit(nudge: () => void): void {
    this.assertOpen()
    this.nudges.push(nudge)
  }

  /** The collected statements, which are then no longer this work's. */
  takeStatements(): Statement[] {
    return this.writes.take()
  }

  /** Sends what is collected without committing, so that reads may follow. For workers that do many jobs in one. */
  async settle(): Promise<void> {
    this.assertOpen()
    const statements = this.takeStatements()
    if (statements.length > 0) await this.transaction.send(statements)
  }

  /** Nothing is read or collected from now on; what nobody has reacted to goes into the outbox. */
  close(): void {
    if (!this.isOpen) return
    this.insert(outboxTable, ...this.unheard.map(({ id }) => ({ dueAt: this.now, id, attempts: 0 })))
    this.isOpen = false
  }

  private collectRows<Row extends object>(
    table: Table<Row>,
    rows: readonly Row[],
    suffix: string,
    order: OrderOfRows = (_table, asCollected) => asCollected,
  ): void {
    this.assertOpen()
    if (rows.length === 0) return
    this.hasWritten = true
    // Turned into what the database takes at once, so that a faulty row fails with its caller on the stack.
    this.writes.insert(table, rows.map((row) => table.toScalars(row)), suffix, order)
  }

  private collect(statement: Statement): void {
    this.assertOpen()
    this.hasWritten = true
    this.writes.add(statement)
  }

  private assertReadable(what: string): void {
    this.assertOpen()
    if (!this.writes.isEmpty) throw new Error(`read after write in one unit of work: ${what}`)
  }

  private assertOpen(): void {
    if (!this.isOpen) throw new Error('this unit of work has ended: something in it was not awaited')
  }
}

/** What stands behind the interface, for whoever needs more of it than a use case does. */
export function collecting(work: Work): CollectingWork {
  if (!(work instanceof CollectingWork)) throw new Error('this needs the work of a unit of work itself')
  return work
}
