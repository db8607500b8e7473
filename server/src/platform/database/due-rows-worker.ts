import { SECOND_MS, type EpochMs } from '@huiying/shared/kernel'
import type { Clock } from '../clock/clock'
import { PollingWorker } from './polling-worker'
import type { ReadDatabase } from './read-database'
import type { UnitOfWork } from './unit-of-work'
import type { WorkLog } from './work-log'

/** Carries what is due out of the house. */
export interface Sender {
  /** Takes one batch. Answers how many were taken; with a full batch there may be more. */
  runOnce(): Promise<number>
}

export interface DueRowsWorkerOptions {
  readonly unitOfWork: UnitOfWork
  readonly reads: ReadDatabase
  readonly clock: Clock
  readonly log: WorkLog
  readonly name: string
  /** A query for `dueAt`, when something falls due anywhere; null or no row: nothing waits. */
  readonly next: string
  /** One after the other, in this order. */
  readonly senders: readonly Sender[]
  /** Rested after each batch; see `PollingWorker`. */
  readonly restMs?: number
}

/** Sees to rows that reactions leave behind and that need the network, as they fall due. */
export class DueRowsWorker {
  private readonly worker: PollingWorker

  constructor(private readonly options: DueRowsWorkerOptions) {
    const { name, clock, log, unitOfWork, restMs } = options
    this.worker = new PollingWorker({
      name,
      clock,
      log,
      ...(restMs === undefined ? {} : { restMs }),
      // The rows come of reactions, which announce no facts of their own, so this looks by itself.
      maxSleepMs: SECOND_MS,
      round: async () => ({ didWork: (await this.sendOnce()) > 0, nextDueAt: await this.nextDueAt() }),
    })
    unitOfWork.onCommitted(({ recordedFacts }) => {
      if (recordedFacts > 0) this.worker.poke()
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
    while ((await this.sendOnce()) > 0);
  }

  private async sendOnce(): Promise<number> {
    const dueAt = await this.nextDueAt()
    // One look instead of a transaction for each sender, every second.
    if (dueAt === null || dueAt > (await this.options.clock.now())) return 0
    let taken = 0
    for (const sender of this.options.senders) taken += await sender.runOnce()
    return taken
  }

  private async nextDueAt(): Promise<EpochMs | null> {
    const [row] = await this.options.reads.query<{ dueAt: EpochMs | null }>(this.options.next)
    return row?.dueAt ?? null
  }
}
