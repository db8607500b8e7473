import type { Fact } from '@huiying/shared/facts'
import type { EpochMs } from '@huiying/shared/kernel'
import type { TimerSpec } from '../timers/timers.table'
import { collecting, type CollectingWork } from './collecting-work'
import type { Scalar } from './column'
import { type LockMode, lockSuffix } from './dialect'
import { findQuery, type FindOptions, type Query, type Where } from './find-query'
import { checkedSql, placeholders } from './own-sql'
import type { RowChange } from './statement'
import type { RawRow, Table } from './table'
import type { Finds, Found, TimersChange, Work } from './work'

/** One question about many keys, as long as they are being collected. */
interface KeyedQuestion {
  readonly column: string
  readonly keys: Set<Scalar>
  readonly ask: (keys: readonly Scalar[]) => Query | null
  readonly answer: Promise<ReadonlyMap<string, readonly RawRow[]>>
}

interface Waiting {
  readonly query: () => Query | null
  readonly isLocking: boolean
  readonly resolve: (rows: readonly RawRow[]) => void
  readonly reject: (error: unknown) => void
}

/**
 * Several jobs that read at the same time through one work: what they ask in the same moment travels in one round trip,
 * equal questions once, and those for the rows of one key each as one for all keys. What was read stays read, so nobody
 * may write before all have read; the writes are the inner work's.
 */
export class SharedWork implements Work {
  readonly now: EpochMs
  private readonly answers = new Map<string, Promise<readonly RawRow[]>>()
  private readonly collecting = new Map<string, KeyedQuestion>()
  private waiting: Waiting[] = []

  private constructor(private readonly inner: CollectingWork) {
    this.now = inner.now
  }

  static over(work: Work): SharedWork {
    return new SharedWork(collecting(work))
  }

  async find<Row extends object>(table: Table<Row>, where: Where<Row>, options: FindOptions<Row> = {}): Promise<Row[]> {
    const key = keyOf(table, where)
    if (key === null || options.limit !== undefined) return this.findWhole(table, where, options)
    const { property, value } = key
    const column = table.columnOf(property).name
    const shape = `${table.name}.${column} ${JSON.stringify(options)}`
    const isLocking = (options.lock ?? false) !== false
    const rows = await this.ofKey(shape, column, table.toScalar(property, value), isLocking, (keys) =>
      findQuery(table, { [property]: keys } as Where<Row>, options, this.inner.dialect))
    return rows.map((raw) => table.fromRaw(raw))
  }

  async findOne<Row extends object>(
    table: Table<Row>,
    where: Where<Row>,
    options: FindOptions<Row> = {},
  ): Promise<Row | null> {
    const isKeyed = options.orderBy === undefined && keyOf(table, where) !== null
    const [row] = await this.find(table, where, isKeyed ? options : { ...options, limit: 1 })
    return row ?? null
  }

  async findTogether<Rows extends Readonly<Record<string, object>>>(finds: Finds<Rows>): Promise<Found<Rows>> {
    const all = Object.entries(finds as Finds<Record<string, object>>).map(async ([name, { table, where, lock }]) =>
      [name, await this.find(table, where, { lock: lock ?? false })] as const)
    const found: Record<string, readonly object[]> = Object.fromEntries(await Promise.all(all))
    return found as Found<Rows>
  }

  async query<Row>(sql: string, params: readonly Scalar[], options: { lock?: LockMode } = {}): Promise<Row[]> {
    const lock = options.lock ?? false
    const query = { sql: sql + lockSuffix(this.inner.dialect, lock), params: checkedSql(sql, params, 'read') }
    return [...(await this.whole(query, lock !== false))] as Row[]
  }

  async queryByKey<Row>(select: string, key: Scalar): Promise<Row[]> {
    const column = /\w+$/.exec(select)?.[0] ?? ''
    const rows = await this.ofKey(select, column, key, false, (keys) => {
      const sql = `${select} IN (${placeholders(keys.length)})`
      return { sql, params: checkedSql(sql, keys, 'read') }
    })
    return [...rows] as Row[]
  }

  kept<T>(key: string, read: () => Promise<T>): Promise<T> {
    return this.inner.kept(key, read)
  }

  insert<Row extends object>(table: Table<Row>, ...rows: readonly Row[]): void {
    this.inner.insert(table, ...rows)
  }

  insertIfAbsent<Row extends object>(table: Table<Row>, ...rows: readonly Row[]): void {
    this.inner.insertIfAbsent(table, ...rows)
  }

  insertOrAdd<Row extends object>(
    table: Table<Row>,
    sums: readonly (keyof Row & string)[],
    ...rows: readonly Row[]
  ): void {
    this.inner.insertOrAdd(table, sums, ...rows)
  }

  update<Row extends object>(table: Table<Row>, row: Row, options: { expectedVersion?: number } = {}): void {
    this.inner.update(table, row, options)
  }

  updateChanged<Row extends object>(table: Table<Row>, changes: readonly RowChange<Row>[]): void {
    this.inner.updateChanged(table, changes)
  }

  delete<Row extends object>(table: Table<Row>, key: Partial<Row>): void {
    this.inner.delete(table, key)
  }

  write(sql: string, params: readonly Scalar[], options: { expectedRows?: number } = {}): void {
    this.inner.write(sql, params, options)
  }

  record(by: string | null, facts: readonly Fact[]): void {
    this.inner.record(by, facts)
  }

  replaceTimers(subjectId: string, before: readonly TimerSpec[], after: readonly TimerSpec[]): void {
    this.inner.replaceTimers(subjectId, before, after)
  }

  replaceTimersOf(changes: readonly TimersChange[]): void {
    this.inner.replaceTimersOf(changes)
  }

  schedule(subjectId: string, timer: TimerSpec): void {
    this.inner.schedule(subjectId, timer)
  }

  unschedule(subjectId: string, timer: TimerSpec): void {
    this.inner.unschedule(subjectId, timer)
  }

  afterCommit(nudge: () => void): void {
    this.inner.afterCommit(nudge)
  }

  private async findWhole<Row extends object>(
    table: Table<Row>,
    where: Where<Row>,
    options: FindOptions<Row>,
  ): Promise<Row[]> {
    const query = findQuery(table, where, options, this.inner.dialect)
    if (query === null) return []
    return (await this.whole(query, (options.lock ?? false) !== false)).map((raw) => table.fromRaw(raw))
  }

  private whole(query: Query, isLocking: boolean): Promise<readonly RawRow[]> {
    const name = `${query.sql} ${JSON.stringify(query.params)}`
    const known = this.answers.get(name) ?? this.send(() => query, isLocking)
    this.answers.set(name, known)
    return known
  }

  private async ofKey(
    shape: string,
    column: string,
    key: Scalar,
    isLocking: boolean,
    ask: KeyedQuestion['ask'],
  ): Promise<readonly RawRow[]> {
    const name = `${shape} = ${JSON.stringify(key)}`
    const known = this.answers.get(name)
    if (known !== undefined) return known
    const question = this.collecting.get(shape) ?? this.collect(shape, column, isLocking, ask)
    question.keys.add(key)
    const answer = question.answer.then((rows) => rows.get(String(key)) ?? [])
    this.answers.set(name, answer)
    return answer
  }

  private collect(shape: string, column: string, isLocking: boolean, ask: KeyedQuestion['ask']): KeyedQuestion {
    const keys = new Set<Scalar>()
    const query = (): Query | null => {
      this.collecting.delete(shape)
      return ask([...keys])
    }
    const answer = this.send(query, isLocking).then((rows) => {
      const ofKeys = new Map<string, RawRow[]>()
      for (const row of rows) {
        const key = String(row[column])
        const known = ofKeys.get(key)
        if (known === undefined) ofKeys.set(key, [row])
        else known.push(row)
      }
      return ofKeys
    })
    const question = { column, keys, ask, answer }
    this.collecting.set(shape, question)
    return question
  }

  private send(query: Waiting['query'], isLocking: boolean): Promise<readonly RawRow[]> {
    // When nothing is left to run, everybody who can ask now has asked.
    if (this.waiting.length === 0) setImmediate(() => void this.flush())
    return new Promise((resolve, reject) => this.waiting.push({ query, isLocking, resolve, reject }))
  }

  private async flush(): Promise<void> {
    const sent = this.waiting.sort((one, other) => Number(other.isLocking) - Number(one.isLocking))
    this.waiting = []
    try {
      const asked = sent.map((one) => ({ one, query: one.query() }))
      const rows = await this.inner.readEach(asked.flatMap(({ query }) => query ?? []))
      let at = 0
      for (const { one, query } of asked) one.resolve(query === null ? [] : rows[at++] ?? [])
    } catch (error) {
      for (const one of sent) one.reject(error)
    }
  }
}

/** The one property that is compared with one value, if it is like that. */
function keyOf<Row extends object>(
  table: Table<Row>,
  where: Where<Row>,
): { readonly property: string; readonly value: unknown } | null {
  const [only, ...others] = Object.entries<unknown>(where)
  if (only === undefined || others.length > 0) return null
  const [property, wanted] = only
  const value: unknown = Array.isArray(wanted) && wanted.length === 1 ? wanted[0] : wanted
  const isComparable = typeof value === 'string' || typeof value === 'number'
  return isComparable && table.columnOf(property).kind !== 'json' ? { property, value } : null
}
