import { SECOND_MS, type EpochMs } from '@huiying/shared/kernel'
import type { Clock } from '../../platform/clock/clock'
import { PollingWorker } from '../../platform/database/polling-worker'
import type { ReadDatabase } from '../../platform/database/read-database'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { WorkLog } from '../../platform/database/work-log'

export interface DeliveryWorkerOptions {
  readonly unitOfWork: UnitOfWork
  readonly reads: ReadDatabase
  readonly clock: Clock
  readonly log: WorkLog
  /** One for each channel, and the ladder last: it looks at how the others fared. */
  readonly senders: readonly Sender[]
}

/** Carries what is due through one channel. */
export interface Sender {
  /** Sends one batch. Answers how many were taken; with a full batch there may be more. */
  runOnce(): Promise<number>
}

/** When something falls due anywhere. */
const NEXT = `SELECT MIN(d.due_at) AS dueAt FROM (
  SELECT MIN(due_at) AS due_at FROM deliveries UNION ALL SELECT MIN(due_at) FROM text_deliveries
  UNION ALL SELECT MIN(due_at) FROM ladders
  UNION ALL SELECT MIN(due_at) FROM group_counts UNION ALL SELECT MIN(due_at) FROM group_messages) d`

/** Sends messages of every channel as they fall due, and sees to it that somebody is reached. */
export class DeliveryWorker {
  private readonly worker: PollingWorker

  constructor(private readonly options: DeliveryWorkerOptions) {
    const { clock, log, unitOfWork } = options
    this.worker = new PollingWorker({
      name: 'deliveries',
      clock,
      log,
      // Deliveries come of reactions, which announce no facts of their own, so this looks by itself.
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

  /** Sends everything that is due now, here and at once. */
  async drain(): Promise<void> {
    while ((await this.sendOnce()) > 0);
  }

  private async sendOnce(): Promise<number> {
    const dueAt = await this.nextDueAt()
    // One look instead of a transaction for each channel, every second.
    if (dueAt === null || dueAt > (await this.options.clock.now())) return 0
    let taken = 0
    for (const sender of this.options.senders) taken += await sender.runOnce()
    return taken
  }

  private async nextDueAt(): Promise<EpochMs | null> {
    const [row] = await this.options.reads.query<{ dueAt: EpochMs | null }>(NEXT)
    return row?.dueAt ?? null
  }
}
