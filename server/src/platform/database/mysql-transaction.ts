import mysql, { type PoolConnection, type QueryResult, type ResultSetHeader } from 'mysql2'
import type { EpochMs } from '@huiying/shared/kernel'
import type { Scalar } from './column'
import { asDatabaseError, type DatabaseError } from './database-error'
import { checkTouched, type EngineTransaction } from './engine'
import type { Query } from './find-query'
import { COUNT_UP, writesSeldomWritten } from './seldom-written.table'
import type { Statement } from './statement'
import type { RawRow } from './table'

/** Sent at once; servers refuse packets above 16 MB and up. In characters. */
const MAX_BATCH_LENGTH = 1_000_000

/** What was read as it began. */
export interface Began {
  readonly beganAt: EpochMs | null
  readonly seldomVersion: number | null
  readonly first: readonly RawRow[]
  /** The database has not heard of it yet. */
  readonly isSilent: boolean
}

export const START = 'START TRANSACTION'

interface WaitingRead extends Query {
  readonly resolve: (rows: readonly RawRow[]) => void
  readonly reject: (error: unknown) => void
}

export class MysqlTransaction implements EngineTransaction {
  /**
   * Once something failed nothing more goes through: after a deadlock the server has already rolled back, and what
   * followed would commit by itself.
   */
  private fault: DatabaseError | null = null
  private waiting: WaitingRead[] = []
  private isEnded = false
  /** Something was sent that others keep what they read of. */
  private countsUp = false
  /** Its beginning is still to be sent, in one with whatever comes first. */
  private isSilent: boolean

  constructor(
    private readonly connection: PoolConnection,
    private readonly began: Began,
    private readonly end: () => void,
  ) {
    this.isSilent = began.isSilent
  }

  get beganAt(): EpochMs | null {
    return this.began.beganAt
  }

  get seldomVersion(): number | null {
    return this.began.seldomVersion
  }

  get first(): readonly RawRow[] {
    return this.began.first
  }

  read(sql: string, params: readonly Scalar[]): Promise<readonly RawRow[]> {
    return new Promise((resolve, reject) => {
      // Sent once this process has nothing else to do at once: by then everything asked for in one go is here.
      if (this.waiting.length === 0) process.nextTick(() => void this.readWaiting())
      this.waiting.push({ sql, params, resolve, reject })
    })
  }

  async readEach(queries: readonly Query[]): Promise<readonly (readonly RawRow[])[]> {
    return Promise.all(queries.map(({ sql, params }) => this.read(sql, params)))
  }

  private async readWaiting(): Promise<void> {
    const reads = this.waiting
    this.waiting = []
    try {
      // The connection is somebody else's by now: what asked for it in the same go has failed.
      if (this.isEnded) throw new Error('a read after the end of its transaction')
      const rows = await this.readAtOnce(reads)
      reads.forEach(({ resolve }, index) => resolve(rows[index] ?? []))
    } catch (error) {
      for (const { reject } of reads) reject(error)
    }
  }

  private async readAtOnce(queries: readonly Query[]): Promise<readonly (readonly RawRow[])[]> {
    const answers = await this.ask(queries.map(({ sql }) => sql), queries.flatMap(({ params }) => params), 'work')
    return answers as unknown as RawRow[][]
  }

  async send(statements: readonly Statement[]): Promise<void> {
    this.countsUp ||= statements.some(writesSeldomWritten)
    for (const batch of batches(statements)) {
      const answers = await this.ask(batch.map(({ sql }) => sql), batch.flatMap(({ params }) => params), 'work')
      const headers = answers as unknown as ResultSetHeader[]
      batch.forEach((statement, index) => checkTouched(statement, headers[index]?.affectedRows ?? 0))
    }
  }

  async commit(collected: readonly Statement[], { isDoneOver = false } = {}): Promise<void> {
    const statements = this.countsUp || collected.some(writesSeldomWritten) ? [...collected, COUNT_UP] : collected
    const isCounted = statements.some(({ expectedRows }) => expectedRows !== null)
    const all = batches(statements)
    const last = isCounted ? [] : (all.pop() ?? [])
    await this.send(all.flat())
    if (!this.isSilent || last.length > 0) {
      // By itself: if its connection turns out to be dead, nothing was to be committed yet, and it is done over.
      if (this.isSilent && !isDoneOver) await this.ask([], [], 'work')
      await this.ask([...last.map(({ sql }) => sql), 'COMMIT'], last.flatMap(({ params }) => params), 'commit')
    }
    this.isEnded = true
    this.connection.release()
    this.end()
  }

  async rollback(): Promise<void> {
    this.isEnded = true
    try {
      if (!this.isSilent) await ask(this.connection, 'ROLLBACK', [])
      this.connection.release()
    } catch {
      this.connection.destroy()
    } finally {
      this.end()
    }
  }

  /** @returns what came of each */
  private async ask(
    sqls: readonly string[],
    params: readonly Scalar[],
    phase: 'work' | 'commit',
  ): Promise<readonly QueryResult[]> {
    if (this.fault !== null) throw this.fault
    const opens = this.isSilent
    this.isSilent = false
    try {
      const answer = await ask(this.connection, (opens ? [START, ...sqls] : sqls).join('; '), params)
      if (opens) return sqls.length === 0 ? [] : (answer as unknown as QueryResult[]).slice(1)
      return sqls.length === 1 ? [answer] : (answer as unknown as QueryResult[])
    } catch (error) {
      throw (this.fault = asDatabaseError(error, phase))
    }
  }
}

export function ask(connection: mysql.Connection, sql: string, params: readonly Scalar[]): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    connection.query(sql, [...params], (error, result) => (error ? reject(error) : resolve(result)))
  })
}

function batches(statements: readonly Statement[]): Statement[][] {
  const all: Statement[][] = []
  let batch: Statement[] = []
  let length = 0
  for (const statement of statements) {
    const own = statement.sql.length + statement.params.reduce<number>((sum, value) => sum + lengthOf(value), 0)
    if (batch.length === 0 || length + own > MAX_BATCH_LENGTH) {
      all.push((batch = []))
      length = 0
    }
    batch.push(statement)
    length += own
  }
  return all
}

/** A number or NULL is never longer. */
function lengthOf(value: Scalar): number {
  return typeof value === 'string' ? value.length : 24
}
