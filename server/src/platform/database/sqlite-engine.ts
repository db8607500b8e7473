import { DomainError, SECOND_MS } from '@huiying/shared/kernel'
import { setTimeout as pause } from 'node:timers/promises'
import Sqlite from 'libsql'
import type { Scalar } from './column'
import { asDatabaseError, type DatabaseError } from './database-error'
import { checkTouched, type Engine, type EngineTransaction, type Opening } from './engine'
import type { Query } from './find-query'
import type { Statement } from './statement'
import type { RawRow } from './table'
import { TurnQueue } from './turn-queue'

type Prepared = Sqlite.Statement<Scalar[][]>

/** How long to wait for another process that writes to the same file. */
const BUSY_WAIT_MS = 10 * SECOND_MS
const BUSY_STEP_MS = 5
/** Prepared statements kept; the shapes of SQL in the program are a few hundred. */
const MAX_PREPARED = 500

export interface SqliteEngineOptions {
  readonly file: string
  /** For tests: no waiting for the disk, a power cut may lose the last commits. */
  readonly isThrowaway?: boolean
}

/** The embedded database: one writing transaction at a time, in the order of asking. */
export class SqliteEngine implements Engine {
  readonly dialect = 'sqlite'
  private readonly connection: Sqlite.Database
  private readonly turns = new TurnQueue()
  private readonly prepared = new Map<string, Prepared>()
  private isClosed = false

  constructor(options: SqliteEngineOptions) {
    this.connection = new Sqlite(options.file, { timeout: 0 })
    this.connection.exec('PRAGMA journal_mode = WAL')
    // FULL: what was acknowledged outlives a power cut. A fifth of a millisecond per commit on an SSD.
    this.connection.exec(`PRAGMA synchronous = ${options.isThrowaway === true ? 'OFF' : 'FULL'}`)
  }

  async begin(opening: () => Opening): Promise<EngineTransaction> {
    if (this.isClosed) throw new DomainError('server.busy')
    const endTurn = await this.turns.take()
    try {
      await this.beginImmediate()
    } catch (error) {
      endTurn()
      throw asDatabaseError(error, 'work')
    }
    const transaction = new SqliteTransaction(this.connection, (sql) => this.prepare(sql), endTurn)
    try {
      const { first } = opening()
      if (first !== null) transaction.first = await transaction.read(first.sql, first.params)
      return transaction
    } catch (error) {
      await transaction.rollback()
      throw error
    }
  }

  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    const endTurn = await this.turns.take()
    // Leaves one whole file behind, for whoever copies it as a backup.
    this.connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all([])
    this.prepared.clear()
    this.connection.close()
    endTurn()
  }

  // The driver's own busy timeout would freeze the whole process while it waits.
  private async beginImmediate(): Promise<void> {
    for (let waitedMs = 0; ; waitedMs += BUSY_STEP_MS) {
      try {
        undo(this.connection)
        this.connection.exec('BEGIN IMMEDIATE')
        return
      } catch (error) {
        if (asDatabaseError(error, 'work').kind !== 'contended' || waitedMs >= BUSY_WAIT_MS) throw error
        await pause(BUSY_STEP_MS)
      }
    }
  }

  private prepare(sql: string): Prepared {
    const known = this.prepared.get(sql)
    if (known !== undefined) return known
    if (this.prepared.size >= MAX_PREPARED) this.prepared.clear()
    const statement = this.connection.prepare(sql)
    this.prepared.set(sql, statement)
    return statement
  }
}

/** Takes back what is open. Failing that (a full disk), the next transaction tries again before it begins. */
function undo(connection: Sqlite.Database): void {
  try {
    if (connection.inTransaction) connection.exec('ROLLBACK')
  } catch {
    return
  }
}

class SqliteTransaction implements EngineTransaction {
  readonly beganAt = null
  readonly seldomVersion = null
  readonly countsUp = false
  first: readonly RawRow[] = []
  /** Once something failed nothing more goes through, also when the body swallowed the error. */
  private fault: DatabaseError | null = null

  constructor(
    private readonly connection: Sqlite.Database,
    private readonly prepare: (sql: string) => Prepared,
    private readonly endTurn: () => void,
  ) {}

  async read(sql: string, params: readonly Scalar[]): Promise<readonly RawRow[]> {
    // `all` runs a statement to its end; one left half-way would hold its snapshot through the commit.
    return this.guarded('work', () => this.prepare(sql).all([...params]) as RawRow[])
  }

  async readEach(queries: readonly Query[]): Promise<readonly (readonly RawRow[])[]> {
    return Promise.all(queries.map(({ sql, params }) => this.read(sql, params)))
  }

  async send(statements: readonly Statement[]): Promise<void> {
    for (const statement of statements) {
      const { changes } = this.guarded('work', () => this.prepare(statement.sql).run([...statement.params]))
      checkTouched(statement, changes)
    }
  }

  async commit(statements: readonly Statement[]): Promise<void> {
    await this.send(statements)
    this.guarded('commit', () => this.connection.exec('COMMIT'))
    this.endTurn()
  }

  async rollback(): Promise<void> {
    undo(this.connection)
    this.endTurn()
  }

  private guarded<T>(phase: 'work' | 'commit', act: () => T): T {
    if (this.fault !== null) throw this.fault
    try {
      return act()
    } catch (error) {
      throw (this.fault = asDatabaseError(error, phase))
    }
  }
}
