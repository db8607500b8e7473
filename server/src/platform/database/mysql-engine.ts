import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import mysql, { type PoolConnection, type Pool, type QueryResult, type ResultSetHeader } from 'mysql2'
import type { TimeTeller } from '../clock/database-clock'
import type { Scalar } from './column'
import { asDatabaseError, type DatabaseError } from './database-error'
import type { ServerConnection } from './database-url'
import type { Dialect } from './dialect'
import { checkTouched, type Engine, type EngineTransaction } from './engine'
import type { Query } from './find-query'
import { serverOptions, sessionSql } from './server-session'
import type { Statement } from './statement'
import type { RawRow } from './table'

const WRITE_CONNECTIONS = 16
/** Sent at once; servers refuse packets above 16 MB and up. In characters. */
const MAX_BATCH_LENGTH = 1_000_000

// Not NOW(): this does not depend on the session's time zone, nor on its summer time.
const TIME = "TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(6)) DIV 1000"

/** Asks a server which of the two it is: the URL's scheme may say either. */
export async function serverDialect(connection: ServerConnection): Promise<'mysql' | 'mariadb'> {
  const probe = mysql.createConnection({ ...credentials(connection), ...serverOptions() })
  try {
    const rows = await ask(probe, 'SELECT VERSION() AS version', [])
    return /mariadb/i.test(String(onlyValue(rows, 'version'))) ? 'mariadb' : 'mysql'
  } finally {
    probe.destroy()
  }
}

/** MySQL and MariaDB: a pool of its own, on which several statements may travel in one packet. */
export class MysqlEngine implements Engine, TimeTeller {
  readonly timeSql = TIME
  private readonly pool: Pool
  private readonly open = new Set<Promise<void>>()
  private isClosed = false

  constructor(
    connection: ServerConnection,
    readonly dialect: Exclude<Dialect, 'sqlite'>,
  ) {
    this.pool = mysql.createPool({
      ...credentials(connection),
      ...serverOptions(),
      multipleStatements: true,
      connectionLimit: WRITE_CONNECTIONS,
    })
    this.pool.on('connection', (fresh) => {
      fresh.query(sessionSql(false).join('; '), (error) => {
        if (error) fresh.destroy()
      })
    })
  }

  async begin(asksTime: boolean, first: Query | null = null): Promise<EngineTransaction> {
    if (this.isClosed) throw new DomainError('server.busy')
    let markEnded: () => void = () => undefined
    const ended = new Promise<void>((resolve) => (markEnded = resolve))
    this.open.add(ended)
    const end = (): void => {
      this.open.delete(ended)
      markEnded()
    }
    let connection: PoolConnection | null = null
    try {
      connection = await this.connect()
      const sqls = ['START TRANSACTION', ...(asksTime ? [`SELECT ${TIME} AS now`] : []), ...(first === null ? [] : [first.sql])]
      const results = await ask(connection, sqls.join('; '), first?.params ?? [])
      const rows = results as unknown as RawRow[][]
      const beganAt = asksTime ? timeIn(rows[1]) : null
      return new MysqlTransaction(connection, beganAt, first === null ? [] : (rows.at(-1) ?? []), end)
    } catch (error) {
      connection?.destroy()
      end()
      throw asDatabaseError(error, 'work')
    }
  }

  async tellTime(): Promise<EpochMs> {
    try {
      const connection = await this.connect()
      try {
        return timeIn(await ask(connection, `SELECT ${TIME} AS now`, []))
      } finally {
        connection.release()
      }
    } catch (error) {
      throw asDatabaseError(error, 'work')
    }
  }

  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    await Promise.all(this.open)
    await new Promise<void>((resolve) => this.pool.end(() => resolve()))
  }

  private connect(): Promise<PoolConnection> {
    return new Promise((resolve, reject) => {
      this.pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection)))
    })
  }
}

interface WaitingRead extends Query {
  readonly resolve: (rows: readonly RawRow[]) => void
  readonly reject: (error: unknown) => void
}

class MysqlTransaction implements EngineTransaction {
  /** Once something failed nothing more goes through: after a deadlock the server has already rolled back, and what
   * followed would commit by itself. */
  private fault: DatabaseError | null = null
  private waiting: WaitingRead[] = []
  private isEnded = false

  constructor(
    private readonly connection: PoolConnection,
    readonly beganAt: EpochMs | null,
    readonly first: readonly RawRow[],
    private readonly end: () => void,
  ) {}

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
    for (const batch of batches(statements)) {
      const answer = await this.ask(joined(batch), batch.flatMap(({ params }) => params), 'work')
      const headers = (batch.length === 1 ? [answer] : answer) as ResultSetHeader[]
      batch.forEach((statement, index) => checkTouched(statement, headers[index]?.affectedRows ?? 0))
    }
  }

  async commit(statements: readonly Statement[]): Promise<void> {
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

function ask(connection: mysql.Connection, sql: string, params: readonly Scalar[]): Promise<QueryResult> {
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

function timeIn(result: unknown): EpochMs {
  return Number(onlyValue(result, 'now'))
}

function onlyValue(result: unknown, name: string): unknown {
  const [row] = result as readonly RawRow[]
  return row?.[name]
}

function credentials(connection: ServerConnection): mysql.ConnectionOptions {
  const { host, port, user, password, database, socketPath } = connection
  return { user, password, database, ...(socketPath === null ? { host, port } : { socketPath }) }
}
