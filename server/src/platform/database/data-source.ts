import Sqlite from 'libsql'
import * as mysql2 from 'mysql2'
import { DataSource } from 'typeorm'
import type { DatabaseAddress, ServerConnection } from './database-url'
import type { Dialect } from './dialect'
import { entitySchemaOf } from './entity-schema'
import { serverOptions, sessionSql } from './server-session'
import type { TableShape } from './table'

/** `read`: cannot write, whatever it is handed. `schema`: for migrations and the drift check. */
export type DataSourcePurpose = 'read' | 'schema'

const READ_CONNECTIONS = 10

/** TypeORM's way into the database. Writes do not go through it, see `UnitOfWork`. Call `initialize` before use. */
export function dataSourceFor(
  address: DatabaseAddress,
  dialect: Dialect,
  purpose: DataSourcePurpose,
  tables: readonly TableShape[] = [],
): DataSource {
  const entities = tables.map((table) => entitySchemaOf(table, dialect))
  if (address.kind === 'sqlite') {
    return new DataSource({
      type: 'better-sqlite3',
      driver: Sqlite,
      database: address.file,
      // This driver counts seconds, and would freeze the process while it waits.
      timeout: 0,
      prepareDatabase: (connection: Sqlite.Database) => {
        connection.exec(purpose === 'read' ? 'PRAGMA query_only = ON' : 'PRAGMA journal_mode = WAL')
      },
      entities,
    })
  }
  return new DataSource({
    // "mysql" against MariaDB sees differences that are none.
    type: dialect === 'mariadb' ? 'mariadb' : 'mysql',
    driver: sessionKeeper(purpose),
    timezone: 'Z',
    charset: 'utf8mb4_unicode_ci',
    poolSize: purpose === 'read' ? READ_CONNECTIONS : 1,
    ...typeOrmCredentials(address.connection),
    extra: serverOptions(),
    entities,
  })
}

/** mysql2 whose pools bring every new connection into a known state before its first query. */
function sessionKeeper(purpose: DataSourcePurpose): Pick<typeof mysql2, 'createPool'> {
  return {
    createPool: (options: string | mysql2.PoolOptions) => {
      const pool = mysql2.createPool(options as mysql2.PoolOptions)
      pool.on('connection', (connection) => {
        for (const sql of sessionSql(purpose === 'read')) {
          connection.query(sql, (error) => {
            if (error) connection.destroy()
          })
        }
      })
      return pool
    },
  }
}

function typeOrmCredentials(connection: ServerConnection): object {
  const { host, port, user, password, database, socketPath } = connection
  return { username: user, password, database, ...(socketPath === null ? { host, port } : { socketPath }) }
}
