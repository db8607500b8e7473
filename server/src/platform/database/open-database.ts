import { dirname } from 'node:path'
import type { DataSource } from 'typeorm'
import { type Clock, SystemClock } from '../clock/clock'
import { DatabaseClock } from '../clock/database-clock'
import { type Ids, UlidIds } from '../ids/ids'
import { makeFolder } from '../make-folder'
import { dataSourceFor } from './data-source'
import { parseDatabaseUrl } from './database-url'
import type { Dialect } from './dialect'
import type { Engine } from './engine'
import { letGoOfFiles } from './let-go-of-files'
import { migrate } from './migrate'
import { MysqlEngine, serverDialect } from './mysql-engine'
import { guardFetch } from './network-guard'
import { ReadDatabase } from './read-database'
import { SqliteEngine } from './sqlite-engine'
import { allTables, type TableShape } from './table'
import { UnitOfWork } from './unit-of-work'

export interface Database {
  readonly dialect: Dialect
  readonly unitOfWork: UnitOfWork
  readonly reads: ReadDatabase
  readonly clock: Clock
  readonly ids: Ids
  /** TypeORM's data source behind `reads`, for Nest's module; it cannot write. */
  readonly readSource: DataSource
  /**
   * Waits for open units of work, then closes; of the embedded database one whole file stays. Stop workers and the HTTP
   * server first.
   */
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** Tests bring a clock that they turn by hand. Default: the database's on MySQL, the machine's on SQLite. */
  readonly clock?: Clock
  readonly ids?: Ids
  /** The schema is known to be up to date: skips looking. */
  readonly isMigrated?: boolean
  readonly isThrowaway?: boolean
  readonly tables?: readonly TableShape[]
}

/** Opens the database that `DATABASE_URL` names, brings its schema up to date and hands out the only ways into it. */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const address = parseDatabaseUrl(url)
  guardFetch()
  if (address.kind === 'sqlite') makeFolder(dirname(address.file))
  const dialect = address.kind === 'sqlite' ? 'sqlite' : await serverDialect(address.connection)
  if (options.isMigrated !== true) {
    const schemaSource = await dataSourceFor(address, dialect, 'schema').initialize()
    try {
      await migrate(schemaSource, dialect, new SystemClock())
    } finally {
      await schemaSource.destroy()
    }
  }
  const { engine, clock } = openEngine()
  const readSource = await dataSourceFor(address, dialect, 'read', options.tables ?? allTables()).initialize()
  const ids = options.ids ?? new UlidIds()
  return {
    dialect,
    unitOfWork: new UnitOfWork(engine, clock, ids),
    reads: new ReadDatabase(readSource, clock),
    clock,
    ids,
    readSource,
    close: async () => {
      await engine.close()
      if (readSource.isInitialized) await readSource.destroy()
      // Takes a moment of its own, which a test with hundreds of databases would feel.
      if (dialect === 'sqlite' && options.isThrowaway !== true) await letGoOfFiles()
    },
  }

  function openEngine(): { engine: Engine; clock: Clock } {
    if (address.kind === 'sqlite') {
      const file = { file: address.file, isThrowaway: options.isThrowaway === true }
      return { engine: new SqliteEngine(file), clock: options.clock ?? new SystemClock() }
    }
    const mysql = new MysqlEngine(address.connection, dialect === 'mariadb' ? 'mariadb' : 'mysql')
    return { engine: mysql, clock: options.clock ?? new DatabaseClock(mysql) }
  }
}
