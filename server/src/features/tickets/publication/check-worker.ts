import { SECOND_MS, type EpochMs } from '@huiying/shared/kernel'
import type { Clock } from '../../../platform/clock/clock'
import { PollingWorker } from '../../../platform/database/polling-worker'
import type { ReadDatabase } from '../../../platform/database/read-database'
import type { UnitOfWork } from '../../../platform/database/unit-of-work'
import type { WorkLog } from '../../../platform/database/work-log'
import type { CheckContents } from './check-contents'

export interface CheckWorkerOptions {
  readonly unitOfWork: UnitOfWork
  readonly reads: ReadDatabase
  readonly clock: Clock
  readonly log: WorkLog
  readonly checkContents: CheckContents
}

const NEXT = 'SELECT due_at AS dueAt FROM content_checks WHERE due_at IS NOT NULL ORDER BY due_at, id LIMIT 1'

/** Has looked at what people said, as it falls due. */
export class CheckWorker {
  private readonly worker: PollingWorker

  constructor(private readonly options: CheckWorkerOptions) {
    const { clock, log, unitOfWork } = options
    this.worker = new PollingWorker({
      name: 'content checks',
      clock,
      log,
      // Checks come of reactions, which announce no facts of their own, so this looks by itself.
      maxSleepMs: SECOND_MS,
      round: async () => ({ didWork: (await this.checkOnce()) > 0, nextDueAt: await this.nextDueAt() }),
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
    while ((await this.checkOnce()) > 0);
  }

  private async checkOnce(): Promise<number> {
    const dueAt = await this.nextDueAt()
    if (dueAt === null || dueAt > (await this.options.clock.now())) return 0
    return this.options.checkContents.runOnce()
  }

  private async nextDueAt(): Promise<EpochMs | null> {
    const [row] = await this.options.reads.query<{ readonly dueAt: EpochMs }>(NEXT)
    return row === undefined ? null : Number(row.dueAt)
  }
}
