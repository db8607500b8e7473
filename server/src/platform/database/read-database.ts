import type { Pool } from 'mysql2'
import type { DataSource } from 'typeorm'
import { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver'
import type { Clock } from '../clock/clock'
import type { Scalar } from './column'
import { asDatabaseError } from './database-error'
import { KeptReads } from './kept-reads'
import { assertOutsideWork } from './network-guard'
import { checkedSql } from './own-sql'
import type { Reads } from './reads'
import { SELDOM_VERSION } from './seldom-written.table'

/** For boards: sees what is committed, cannot write. */
export class ReadDatabase implements Reads {
  private readonly keptReads = new KeptReads()

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Rows come as the database has them: column names as selected, booleans 0/1, JSON as text, instants as numbers. */
  async query<Row>(sql: string, params: readonly Scalar[] = []): Promise<Row[]> {
    assertOutsideWork('a board read')
    const scalars = checkedSql(sql, params, 'read')
    try {
      return await this.ask<Row>(sql, scalars)
    } catch (error) {
      throw asDatabaseError(error, 'work')
    }
  }

  /** Asks for the version before it reads; the embedded database counts none, and reads where it stands. */
  async kept<T>(key: string, read: () => Promise<T>): Promise<T> {
    if (!(this.dataSource.driver instanceof MysqlDriver)) return read()
    const { sql: time } = this.clock
    const [row] = await this.query<{ readonly seldom: number | null; readonly now?: number }>(
      `SELECT ${SELDOM_VERSION} AS seldom${time === undefined ? '' : `, ${time} AS now`}`,
    )
    const version = row?.seldom ?? null
    return this.keptReads.get(key, version, row?.now === undefined ? await this.clock.now() : Number(row.now), read)
  }

  /** Straight from the pool where there is one: a query runner for each read cost several times the read. */
  private ask<Row>(sql: string, scalars: readonly Scalar[]): Promise<Row[]> {
    const { driver } = this.dataSource
    if (!(driver instanceof MysqlDriver)) return this.dataSource.query<Row[]>(sql, [...scalars])
    const pool = driver.pool as Pool
    return new Promise((resolve, reject) => {
      pool.query(sql, [...scalars], (error, rows) => (error ? reject(error) : resolve(rows as Row[])))
    })
  }
}
