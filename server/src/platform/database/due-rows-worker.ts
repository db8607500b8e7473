import { type EpochMs, SECOND_MS } from '@huiying/shared/kernel'
import type { Clock } from '../clock/clock'
import { PollingWorker, type Round } from './polling-worker'
import type { ReadDatabase } from './read-database'
import type { Committed, UnitOfWork } from './unit-of-work'
import type { WorkLog } from './work-log'

/** Does what is due of one kind. */
export interface DueJob {
  /** Takes one batch. Answers how many were taken; with a full batch there may be more. */
  runOnce(): Promise<number>
  /** So many are a full batch, after which the next is taken without a look; left out: it is looked each time. */
  readonly batch?: number
}

/** What every worker is given. */
export interface WorkerTools {
  readonly unitOfWork: UnitOfWork
  readonly reads: ReadDatabase
  readonly clock: Clock
  readonly log: WorkLog
}

export interface DueRowsWorkerOptions extends WorkerTools {
  readonly name: string
  /** A query for `dueAt`, when something falls due anywhere; null or no row: nothing waits. */
  readonly next: string
  /** One after the other, in this order. */
  readonly jobs: readonly DueJob[]
  /** When to look because of that commit, 0 at once; null: it left nothing to this worker. Left out: at any fact. */
  readonly wakesAt?: (committed: Committed) => EpochMs | null
  /** See `PollingWorker`. Left out: a second, since rows that reactions leave wake nobody. */
  readonly maxSleepMs?: number
  /** See `PollingWorker`. Left out: none. */
  readonly restMs?: number
}

const MORE_IS_DUE: Round = { didWork: true, nextDueAt: 0, now: 0 }

/** Sees to rows of the database as they fall due. */
export class DueRowsWorker {
  private readonly worker: PollingWorker
  /** The last batch was full. */
  private hasMore = false

  constructor(private readonly options: DueRowsWorkerOptions) {
    const { name, clock, log, unitOfWork, wakesAt = atAnyFact, maxSleepMs = SECOND_MS, restMs = 0 } = options
    this.worker = new PollingWorker({ name, clock, log, maxSleepMs, restMs, round: () => this.round() })
    unitOfWork.onCommitted((committed) => {
      const at = wakesAt(committed)
      if (at !== null) this.worker.poke(at)
    })
  }

  start(): void {
    this.worker.start()
  }

  stop(): Promise<void> {
    return this.worker.stop()
  }

  /** Everything that is due now, here and at once. */
  async drain(): Promise<void> {
    while (isDue(await this.look()) && (await this.takeOnce()) > 0);
  }

  /** How long what is due has been waiting at most; 0 when nothing is due. */
  async lagMs(): Promise<number> {
    const { nextDueAt, now } = await this.look()
    return nextDueAt === null ? 0 : Math.max(0, now - nextDueAt)
  }

  private async round(): Promise<Round> {
    if (!this.hasMore) {
      // Most of the time nothing is due, and no job need open a transaction to find that out.
      const look = await this.look()
      if (!isDue(look)) return { didWork: false, ...look }
    }
    const taken = await this.takeOnce()
    return this.hasMore ? MORE_IS_DUE : { didWork: taken > 0, nextDueAt: await this.nextDueAt() }
  }

  private async takeOnce(): Promise<number> {
    this.hasMore = false
    let taken = 0
    for (const job of this.options.jobs) {
      const count = await job.runOnce()
      taken += count
      if (count === job.batch) this.hasMore = true
    }
    return taken
  }

  private async look(): Promise<Look> {
    const [nextDueAt, now] = await Promise.all([this.nextDueAt(), this.options.clock.now()])
    return { nextDueAt, now }
  }

  private async nextDueAt(): Promise<EpochMs | null> {
    const [row] = await this.options.reads.query<{ dueAt: EpochMs | null }>(this.options.next)
    return row?.dueAt ?? null
  }
}

interface Look {
  /** null: nothing waits */
  readonly nextDueAt: EpochMs | null
  readonly now: EpochMs
}

function isDue({ nextDueAt, now }: Look): boolean {
  return nextDueAt !== null && nextDueAt <= now
}

function atAnyFact({ recordedFacts }: Committed): EpochMs | null {
  return recordedFacts > 0 ? 0 : null
}
