import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import mysql, { type PoolConnection, type Pool } from 'mysql2'
import type { TimeTeller } from '../clock/database-clock'
import { asDatabaseError } from './database-error'
import type { ServerConnection } from './database-url'
import type { Dialect } from './dialect'
import type { Engine, EngineTransaction, Opening } from './engine'
import { spelt } from './literal'
import { SELDOM_VERSION } from './seldom-written.table'
import { serverOptions, sessionSql } from './server-session'
import { ask, MysqlTransaction, START } from './mysql-transaction'
import type { RawRow } from './table'

const WRITE_CONNECTIONS = 16

// Not NOW(): this does not depend on the session's time zone, nor on its summer time.
const TIME = "TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(6)) DIV 1000"

/** Asks a server which of the two it is: the URL's scheme may say either. */
export async function serverDialect(connection: ServerConnection): Promise<'mysql' | 'mariadb'> {
  const probe = mysql.createConnection({ ...credentials(connection), ...serverOptions() })
  try {
    const rows = await ask(probe, 'SELECT VERSION() AS version')
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
      // All values are in their places by then, and whatever a person wrote may hold a "?".
      queryFormat: (sql) => sql,
      connectionLimit: WRITE_CONNECTIONS,
    })
    this.pool.on('connection', (fresh) => {
      fresh.query(sessionSql(false).join('; '), (error) => {
        if (error) fresh.destroy()
      })
    })
  }

  async begin(opening: () => Opening): Promise<EngineTransaction> {
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
      const { asksTime, first } = opening()
      if (!asksTime && first === null) {
        return new MysqlTransaction(connection, { beganAt: null, seldomVersion: null, first: [], isSilent: true }, end)
      }
      const sqls = [START]
      if (asksTime) sqls.push(`SELECT ${TIME} AS now, ${SELDOM_VERSION} AS seldom`)
      if (first !== null) sqls.push(spelt(first.sql, first.params))
      const results = await ask(connection, sqls.join('; '))
      const rows = results as unknown as RawRow[][]
      const told = asksTime ? rows[1] : undefined
      return new MysqlTransaction(connection, {
        beganAt: told === undefined ? null : timeIn(told),
        seldomVersion: told === undefined ? null : versionIn(told),
        first: first === null ? [] : (rows.at(-1) ?? []),
        isSilent: false,
      }, end)
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
        return timeIn(await ask(connection, `SELECT ${TIME} AS now`))
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

function timeIn(result: unknown): EpochMs {
  return Number(onlyValue(result, 'now'))
}

function versionIn(result: unknown): number | null {
  const version = onlyValue(result, 'seldom')
  return version === null || version === undefined ? null : Number(version)
}

function onlyValue(result: unknown, name: string): unknown {
  const [row] = result as readonly RawRow[]
  return row?.[name]
}

function credentials(connection: ServerConnection): mysql.ConnectionOptions {
  const { host, port, user, password, database, socketPath } = connection
  return { user, password, database, ...(socketPath === null ? { host, port } : { socketPath }) }
}
