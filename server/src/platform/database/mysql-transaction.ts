import mysql, { type PoolConnection, type QueryResult, type ResultSetHeader } from 'mysql2'
import type { EpochMs } from '@huiying/shared/kernel'
import type { Scalar } from './column'
import { asDatabaseError, type DatabaseError } from './database-error'
import { checkTouched, type EngineTransaction } from './engine'
import type { Query } from './find-query'
import { spelt } from './literal'
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
  countsUp = false
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
    const answers = await this.ask(queries.map(({ sql, params }) => spelt(sql, params)), 'work')
    return answers as unknown as RawRow[][]
  }

  async send(statements: readonly Statement[]): Promise<void> {
    await this.sendBatches(batches(statements.map(spell)))
  }

  async commit(statements: readonly Statement[], { isDoneOver = false } = {}): Promise<void> {
    const all = statements.map(spell)
    if (this.countsUp || all.some(countsUp)) all.push(spell(COUNT_UP))
    const isCounted = statements.some(({ expectedRows }) => expectedRows !== null)
    const sent = batches(all)
    const last = isCounted ? [] : (sent.pop() ?? [])
    await this.sendBatches(sent)
    if (!this.isSilent || last.length > 0) {
      // By itself: if its connection turns out to be dead, nothing was to be committed yet, and it is done over.
      if (this.isSilent && !isDoneOver) await this.ask([], 'work')
      await this.ask([...last.map(({ text }) => text), 'COMMIT'], 'commit')
    }
    this.isEnded = true
    this.connection.release()
    this.end()
  }

  async rollback(): Promise<void> {
    this.isEnded = true
    try {
      if (!this.isSilent) await ask(this.connection, 'ROLLBACK')
      this.connection.release()
    } catch {
      this.connection.destroy()
    } finally {
      this.end()
    }
  }

  private async sendBatches(sent: readonly (readonly SpeltStatement[])[]): Promise<void> {
    for (const batch of sent) {
      this.countsUp ||= batch.some(countsUp)
      const headers = (await this.ask(batch.map(({ text }) => text), 'work')) as unknown as ResultSetHeader[]
      batch.forEach(({ statement }, index) => checkTouched(statement, headers[index]?.affectedRows ?? 0))
    }
  }

  /** @returns what came of each */
  private async ask(sqls: readonly string[], phase: 'work' | 'commit'): Promise<readonly QueryResult[]> {
    if (this.fault !== null) throw this.fault
    const opens = this.isSilent
    this.isSilent = false
    try {
      const answer = await ask(this.connection, (opens ? [START, ...sqls] : sqls).join('; '))
      if (opens) return sqls.length === 0 ? [] : (answer as unknown as QueryResult[]).slice(1)
      return sqls.length === 1 ? [answer] : (answer as unknown as QueryResult[])
    } catch (error) {
      throw (this.fault = asDatabaseError(error, phase))
    }
  }
}

/** @param sql with its values in it: the driver puts none into their places */
export function ask(connection: mysql.Connection, sql: string): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    connection.query<QueryResult>(sql, (error, result) => (error ? reject(error) : resolve(result)))
  })
}

/** A statement as it travels. */
interface SpeltStatement {
  readonly statement: Statement
  readonly text: string
}

function spell(statement: Statement): SpeltStatement {
  return { statement, text: statement.spelt?.() ?? spelt(statement.sql, statement.params) }
}

function countsUp({ text }: SpeltStatement): boolean {
  return writesSeldomWritten({ sql: text })
}

function batches(statements: readonly SpeltStatement[]): SpeltStatement[][] {
  const all: SpeltStatement[][] = []
  let batch: SpeltStatement[] = []
  let length = 0
  for (const one of statements) {
    if (batch.length === 0 || length + one.text.length > MAX_BATCH_LENGTH) {
      all.push((batch = []))
      length = 0
    }
    batch.push(one)
    length += one.text.length
  }
  return all
}
