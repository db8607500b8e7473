import { MINUTE_MS, SECOND_MS, type EpochMs } from '@huiying/shared/kernel'
import type { Clock } from '../../platform/clock/clock'
import type { Dialect } from '../../platform/database/dialect'
import { maxSleepMsOn, PollingWorker, type Round } from '../../platform/database/polling-worker'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { faultOf, type WorkLog } from '../../platform/database/work-log'
import type { TendHeads, Tended } from './tend-heads'

export interface HeadsWorkerOptions {
  readonly tendHeads: TendHeads
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly dialect: Dialect
  readonly log: WorkLog
}

const BATCH = 50
const AT_ONCE = 8
/** So that a morning's postings, one after the other, don't each make the query. */
const GATHERING_MS = 200
const TRIED_AGAIN_AFTER_MS: Readonly<Record<Exclude<Tended, 'done'> | 'failed', number>> = {
  later: 5 * SECOND_MS, stopped: 30 * SECOND_MS, failed: MINUTE_MS,
}

/** Signs the heads of books that have grown, soon after they did, and goes on asking the witness. */
export class HeadsWorker {
  private readonly worker: PollingWorker
  /** Books that are to be looked at again, and when: the witness was away, or the book is stopped. */
  private readonly waiting = new Map<string, EpochMs>()
  private readonly failed = new Map<string, EpochMs>()
  private gathering: NodeJS.Timeout | null = null

  constructor(private readonly options: HeadsWorkerOptions) {
    const { clock, log, dialect, unitOfWork } = options
    const maxSleepMs = maxSleepMsOn(dialect)
    this.worker = new PollingWorker({ name: 'ledger heads', clock, log, maxSleepMs, round: () => this.round() })
    unitOfWork.onCommitted(({ recordedFacts }) => {
      if (recordedFacts > 0) this.gather()
    })
  }

  /**
   * Every book is held against what is known outside before anybody can write into it. A witness that does not answer
   * within the patience is asked again while the server runs.
   */
  async beforeServing(patienceMs: number): Promise<void> {
    const books = [...(await this.options.tendHeads.bookIds())]
    this.options.tendHeads.cryOverLost([...books])
    const now = await this.options.clock.now()
    for (const bookId of books) this.waiting.set(bookId, now)
    const walk = async (): Promise<void> => {
      for (let bookId = books.shift(); bookId !== undefined; bookId = books.shift()) await this.tend(bookId)
    }
    let alarm: NodeJS.Timeout | undefined
    const inTime = new Promise<void>((resolve) => {
      alarm = setTimeout(resolve, patienceMs)
    })
    await Promise.race([Promise.all(Array.from({ length: AT_ONCE }, walk)), inTime])
    clearTimeout(alarm)
    // What was not reached is left to the worker.
    books.length = 0
  }

  start(): void {
    this.worker.start()
  }

  async stop(): Promise<void> {
    if (this.gathering !== null) clearTimeout(this.gathering)
    await this.worker.stop()
  }

  /** Everything that is to be done now, here and at once. */
  async drain(): Promise<void> {
    for (let round = await this.round(); round.didWork; round = await this.round());
  }

  private gather(): void {
    this.gathering ??= setTimeout(() => {
      this.gathering = null
      this.worker.poke()
    }, GATHERING_MS)
    this.gathering.unref()
  }

  private async round(): Promise<Round> {
    const { clock, tendHeads } = this.options
    const now = await clock.now()
    const grown = await tendHeads.grown(BATCH)
    const due = [...this.waiting].filter(([, at]) => at <= now).map(([bookId]) => bookId).slice(0, BATCH)
    const inHand = [...new Set([...grown, ...due])].filter((bookId) => (this.failed.get(bookId) ?? 0) <= now)
    for (const bookId of inHand) await this.tend(bookId)
    const nextDueAt = [...this.waiting.values()].reduce<EpochMs | null>(
      (first, at) => (first === null || at < first ? at : first), null,
    )
    return { didWork: inHand.length > 0, nextDueAt }
  }

  private async tend(bookId: string): Promise<void> {
    const { clock, tendHeads, log } = this.options
    let tended: Tended | 'failed'
    try {
      tended = await tendHeads.tend(bookId)
    } catch (error) {
      log.error({ bookId, fault: faultOf(error) }, 'the head of a book could not be signed')
      tended = 'failed'
    }
    if (tended === 'done') {
      this.waiting.delete(bookId)
      this.failed.delete(bookId)
      return
    }
    const at = (await clock.now()) + Math.max(TRIED_AGAIN_AFTER_MS[tended], await tendHeads.restMs())
    this.waiting.set(bookId, at)
    if (tended === 'failed') this.failed.set(bookId, at)
  }
}
