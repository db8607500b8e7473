import { DomainError, type EpochMs, SECOND_MS } from '@huiying/shared/kernel'
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../clock/clock'
import { DatabaseClock } from '../clock/database-clock'
import { type Arrival, isFresh } from '../idempotency/arrival'
import { idempotencyKeysTable } from '../idempotency/idempotency-keys.table'
import { currentRequest, type RequestContext } from '../idempotency/request-context'
import { answerRow, isKeyed, keptAnswerIn, storedAnswer, storedAnswerQuery } from '../idempotency/stored-answer'
import { chance } from '../ids/chance'
import type { Ids } from '../ids/ids'
import { CollectingWork } from './collecting-work'
import { DatabaseBusy, DatabaseError, LostRace } from './database-error'
import { type Engine, type EngineTransaction, MissedRows } from './engine'
import { openWork, assertOutsideWork } from './network-guard'
import { KeptReads } from './kept-reads'
import { insertStatements } from './statement'
import type { Work } from './work'

/** What a commit left behind for the workers. */
export interface Committed {
  readonly recordedFacts: number
  readonly earliestTimerAt: EpochMs | null
}

const RETRIES = 3
/** A body that takes longer waits for something that it must not wait for, and on SQLite everybody behind it. */
const LONGEST_BODY_MS = 30 * SECOND_MS
/** Waited before the n-th retry: up to n times this, by chance, so that two losers do not meet again. */
const RETRY_STEP_MS = 30

/** The only way to write: one transaction around load, decide, store. */
export class UnitOfWork {
  private readonly listeners = new Set<(committed: Committed) => void>()
  private readonly keptReads = new KeptReads()

  constructor(
    private readonly engine: Engine,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly longestBodyMs = LONGEST_BODY_MS,
  ) {}

  /**
   * Runs `body` in one transaction. It may run more than once (deadlock, lost race, broken connection), so it must do
   * nothing but read and collect writes. Inside a request with an idempotency key, the second time returns the first
   * time's result without running `body`.
   * @throws DomainError `request.key-reused`, `request.conflict`, `server.busy`, and whatever `body` throws
   */
  async run<T>(body: (work: Work) => Promise<T>): Promise<T> {
    assertOutsideWork('a second unit of work')
    const request = currentRequest()
    const number = request === null ? 0 : (request.runs += 1)
    let isAskedAnew = false
    for (let retry = 0; ; retry++) {
      try {
        return await this.runOnce(body, request, { number, retry })
      } catch (error) {
        if (error instanceof DomainError && !isAskedAnew && this.mayBeOvertaken(request)) {
          isAskedAnew = true
          continue
        }
        if (!mayRetry(error, request)) throw error
        if (retry >= RETRIES) throw surfaced(error)
        await pause(RETRY_STEP_MS * (retry + 1) * chance())
      }
    }
  }

  /** Hears of every commit of this process. */
  onCommitted(listener: (committed: Committed) => void): void {
    this.listeners.add(listener)
  }

  private async runOnce<T>(
    body: (work: Work) => Promise<T>,
    request: RequestContext | null,
    { number, retry }: { readonly number: number; readonly retry: number },
  ): Promise<T> {
    let arrival = null as Arrival | null
    const transaction = await this.engine.begin(() => {
      if (number === 1 && retry === 0) arrival = this.arrivalOf(request)
      return {
        asksTime: arrival === null && this.clock instanceof DatabaseClock,
        first: arrival === null && isKeyed(request) ? storedAnswerQuery(request, this.engine.dialect) : null,
      }
    })
    const open = { isOpen: true }
    let work: CollectingWork | null = null
    let result: T
    try {
      if (isKeyed(request)) {
        const kept = arrival === null ? keptAnswerIn(transaction.first) : arrival.kept
        const stored = storedAnswer(kept, request, number)
        if (stored !== null) {
          await transaction.rollback()
          request.isAnswered = true
          request.isReplayed = true
          return stored.answer as T
        }
      }
      const now = arrival?.at ?? transaction.beganAt ?? (await this.clock.now())
      const seldomVersion = arrival?.seldomVersion ?? transaction.seldomVersion
      const collecting = (work = new CollectingWork(
        { now, seldomVersion }, transaction, this.engine.dialect, this.ids, this.keptReads))
      result = await this.inTime(openWork.run(open, () => body(collecting)))
      work.close()
      await this.commit(work, transaction, request, number, result)
    } catch (error) {
      work?.close()
      await transaction.rollback()
      throw error
    } finally {
      open.isOpen = false
    }
    this.tell(work)
    return result
  }

  /**
   * What the request's session was looked up with is as good as asked now, where it has just been told: to be asked
   * once there is a connection, for which it may have waited.
   */
  private arrivalOf(request: RequestContext | null): Arrival | null {
    const arrival = this.clock instanceof DatabaseClock ? (request?.arrival ?? null) : null
    return arrival !== null && isFresh(arrival) ? arrival : null
  }

  /**
   * Sent twice, and the first committed after the second had asked for its key: what was done then may be what the
   * second is refused for, and its answer is kept by now. The embedded database lets in one at a time.
   */
  private mayBeOvertaken(request: RequestContext | null): boolean {
    return this.engine.dialect !== 'sqlite' && isKeyed(request) && (request.arrival?.kept ?? null) === null
  }

  private async inTime<T>(running: Promise<T>): Promise<T> {
    let alarm: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_resolve, reject) => {
      const fail = (): void => reject(new Error(`a unit of work ran longer than ${this.longestBodyMs} ms`))
      alarm = setTimeout(fail, this.longestBodyMs)
    })
    try {
      return await Promise.race([running, tooLong])
    } finally {
      clearTimeout(alarm)
    }
  }

  private async commit(
    work: CollectingWork,
    transaction: EngineTransaction,
    request: RequestContext | null,
    number: number,
    result: unknown,
  ): Promise<void> {
    const statements = work.takeStatements()
    if (work.hasWritten && isKeyed(request)) {
      if (request.isAnswered) throw new Error(`${request.route}: one keyed request, one unit of work that writes`)
      const row = idempotencyKeysTable.toScalars(answerRow(request, number, result, work.now))
      // First, so that of two equal requests the later one waits here and not with half its work done.
      statements.unshift(...insertStatements(idempotencyKeysTable, [row]))
      await transaction.commit(statements, { isDoneOver: true })
      request.isAnswered = true
      return
    }
    await transaction.commit(statements)
  }

  private tell(work: CollectingWork): void {
    for (const nudge of work.nudges) nudge()
    const { recordedFacts, earliestTimerAt } = work
    if (recordedFacts === 0 && earliestTimerAt === null) return
    for (const listener of this.listeners) listener({ recordedFacts, earliestTimerAt })
  }
}

// A taken unique key is a lost race too: the work read first and found it free. What may have been committed is done
// over only under a key, which then is there.
function mayRetry(error: unknown, request: RequestContext | null): boolean {
  if (error instanceof MissedRows) return true
  if (!(error instanceof DatabaseError)) return false
  if (error.kind === 'unknown-outcome') return isKeyed(request)
  return ['duplicate', 'contended', 'lost'].includes(error.kind)
}

function surfaced(error: unknown): unknown {
  if (error instanceof MissedRows) return new LostRace()
  if (error instanceof DatabaseError && ['contended', 'lost'].includes(error.kind)) return new DatabaseBusy(error.code)
  return error
}
