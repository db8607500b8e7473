import { SECOND_MS, type EpochMs } from '@huiying/shared/kernel'
import type { Clock } from '../../platform/clock/clock'
import { PollingWorker } from '../../platform/database/polling-worker'
import type { ReadDatabase } from '../../platform/database/read-database'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { WorkLog } from '../../platform/database/work-log'
import type { SendDeliveries } from './send-deliveries'

export interface DeliveryWorkerOptions {
  readonly unitOfWork: UnitOfWork
  readonly reads: ReadDatabase
  readonly clock: Clock
  readonly log: WorkLog
  readonly send: SendDeliveries
}

/** Sends WeChat messages as they fall due. */
export class DeliveryWorker {
  private readonly worker: PollingWorker

  constructor(private readonly options: DeliveryWorkerOptions) {
    const { clock, log, send, unitOfWork } = options
    this.worker = new PollingWorker({
      name: 'deliveries',
      clock,
      log,
      // Deliveries come of reactions, which announce no facts of their own, so this looks by itself.
      maxSleepMs: SECOND_MS,
      round: async () => ({ didWork: (await send.runOnce()) > 0, nextDueAt: await this.nextDueAt() }),
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
    while ((await this.options.send.runOnce()) > 0);
  }

  private async nextDueAt(): Promise<EpochMs | null> {
    const [row] = await this.options.reads.query<{ dueAt: EpochMs }>('SELECT due_at AS dueAt FROM deliveries ORDER BY due_at, id LIMIT 1')
    return row?.dueAt ?? null
  }
}
