import type { PoolOptions } from 'mysql2'

/** What every connection to MySQL or MariaDB is made with, so that rows look as they do on SQLite. */
export function serverOptions(): PoolOptions {
  return {
    charset: 'utf8mb4_unicode_ci',
    timezone: 'Z',
    // BIGINT and sums as numbers: instants and fen stay far below 2^53.
    supportBigNumbers: true,
    bigNumberStrings: false,
    decimalNumbers: true,
    jsonStrings: true,
    // An object given as a value must never be spelt out as SQL.
    stringifyObjects: true,
    connectTimeout: 10_000,
  }
}

/** Statements that bring a new session into a known state, whatever the server's defaults are. */
export function sessionSql(isReadOnly: boolean): readonly string[] {
  return [
    // Values are escaped with backslashes: NO_BACKSLASH_ESCAPES must be off.
    "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ONLY_FULL_GROUP_BY,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
    // Under REPEATABLE READ a claim of due rows would block the insertion of new ones.
    'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
    // Seconds; the default of 50 outlasts every request.
    'SET SESSION innodb_lock_wait_timeout = 5',
    ...(isReadOnly ? ['SET SESSION TRANSACTION READ ONLY'] : []),
  ]
}
