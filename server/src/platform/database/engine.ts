import type { EpochMs } from '@huiying/shared/kernel'
import type { Scalar } from './column'
import type { Dialect } from './dialect'
import type { Query } from './find-query'
import type { Statement } from './statement'
import type { RawRow } from './table'

/** The one thing that can write. Only the unit of work holds it. */
export interface Engine {
  readonly dialect: Dialect
  /**
   * Opens a transaction, waiting for a connection, or for its turn where there is only one at a time.
   * @param opening asked once the waiting is over
   */
  begin(opening: () => Opening): Promise<EngineTransaction>
  /** Refuses new transactions, waits for the open ones, then closes. */
  close(): Promise<void>
}

/** What is asked in the round trip that opens a transaction; nothing: it opens with the first read or write. */
export interface Opening {
  /** The database's time, and how often what seldom changes was written to. */
  readonly asksTime: boolean
  readonly first: Query | null
}

/** One open transaction. Ends with `commit` or `rollback`, each of which gives the connection back. */
export interface EngineTransaction {
  /** null when the time was not asked for. */
  readonly beganAt: EpochMs | null
  /** How often what seldom changes has been written to; null: not asked for, or not known. */
  readonly seldomVersion: number | null
  /** It has sent something of what seldom changes: it sees what nobody else sees yet. */
  readonly countsUp: boolean
  /** What `begin` was to read first. */
  readonly first: readonly RawRow[]
  /** Those asked for in one go (`Promise.all`) travel together. */
  read(sql: string, params: readonly Scalar[]): Promise<readonly RawRow[]>
  /** One after the other, in one round trip; the rows of each. */
  readEach(queries: readonly Query[]): Promise<readonly (readonly RawRow[])[]>
  /** Sends the statements now, without committing. @throws MissedRows when a count is not as expected. */
  send(statements: readonly Statement[]): Promise<void>
  /**
   * Sends what is left and commits, in one round trip when no statement has an expected count.
   * @param how `isDoneOver`: whoever commits does it over also when he can't know whether it came through
   */
  commit(statements: readonly Statement[], how?: { readonly isDoneOver?: boolean }): Promise<void>
  /** Never throws: a connection that cannot roll back is thrown away, which rolls back. */
  rollback(): Promise<void>
}

/** A statement touched another number of rows than it must: somebody was faster. The work may be tried anew. */
export class MissedRows extends Error {
  constructor(sql: string, expectedRows: number, touchedRows: number) {
    super(`expected ${expectedRows} rows, touched ${touchedRows}: ${sql.slice(0, 80)}`)
    this.name = 'MissedRows'
  }
}

export function checkTouched(statement: Statement, touchedRows: number): void {
  if (statement.expectedRows !== null && statement.expectedRows !== touchedRows) {
    throw new MissedRows(statement.sql, statement.expectedRows, touchedRows)
  }
}
