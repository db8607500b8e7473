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
}

interface WaitingRead extends Query {
  readonly resolve: (rows: readonly RawRow[]) => void
  readonly reject: (error: unknown) => void
}

export class MysqlTransaction implements EngineTransaction {
  /** Once something failed nothing more goes through: after a deadlock the server has already rolled back, and what
   * followed would commit by itself. */
  private fault: DatabaseError | null = null
  private waiting: WaitingRead[] = []
  private isEnded = false
  /** Something was sent that others keep what they read of. */
  private countsUp = false

  constructor(
    private readonly connection: PoolConnection,
    private readonly began: Began,
    private readonly end: () => void,
  ) {}

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
    const answer = await this.ask(joined(queries), queries.flatMap(({ params }) => params), 'work')
    return (queries.length === 1 ? [answer] : answer) as unknown as RawRow[][]
  }

  async send(statements: readonly Statement[]): Promise<void> {
    this.countsUp ||= statements.some(writesSeldomWritten)
    for (const batch of batches(statements)) {
      const answer = await this.ask(joined(batch), batch.flatMap(({ params }) => params), 'work')
      const headers = (batch.length === 1 ? [answer] : answer) as ResultSetHeader[]
      batch.forEach((statement, index) => checkTouched(statement, headers[index]?.affectedRows ?? 0))
    }
  }

  async commit(collected: readonly Statement[]): Promise<void> {
    const statements = this.countsUp || collected.some(writesSeldomWritten) ? [...collected, COUNT_UP] : collected
    const isCounted = statements.some(({ expectedRows }) => expectedRows !== null)
    const all = batches(statements)
    const last = isCounted ? [] : (all.pop() ?? [])
    await this.send(all.flat())
    const sql = last.length === 0 ? 'COMMIT' : `${joined(last)}; COMMIT`
    await this.ask(sql, last.flatMap(({ params }) => params), 'commit')
    this.isEnded = true
    this.connection.release()
    this.end()
  }

  async rollback(): Promise<void> {
    this.isEnded = true
    try {
      await ask(this.connection, 'ROLLBACK', [])
      this.connection.release()
    } catch {
      this.connection.destroy()
    } finally {
      this.end()
    }
  }

  private async ask(sql: string, params: readonly Scalar[], phase: 'work' | 'commit'): Promise<QueryResult> {
    if (this.fault !== null) throw this.fault
    try {
      return await ask(this.connection, sql, params)
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

function joined(statements: readonly Pick<Statement, 'sql'>[]): string {
  return statements.map(({ sql }) => sql).join('; ')
}

function batches(statements: readonly Statement[]): Statement[][] {
  const all: Statement[][] = []
  let batch: Statement[] = []
  let length = 0
  for (const statement of statements) {
    const own = statement.sql.length + statement.params.reduce<number>((sum, value) => sum + String(value).length, 0)
    if (batch.length === 0 || length + own > MAX_BATCH_LENGTH) {
      all.push((batch = []))
      length = 0
    }
    batch.push(statement)
    length += own
  }
  return all
}
