import { HOUR_MS, type EpochMs } from '@huiying/shared/kernel'
import type { Clock } from '../platform/clock/clock'
import { PollingWorker, type Round } from '../platform/database/polling-worker'
import type { Reads } from '../platform/database/reads'
import { faultOf, type WorkLog } from '../platform/database/work-log'
import type { CheckBooks } from './check-books'
import { nightAfter, nightBefore } from './nights'

export interface NightlyCheckOptions {
  readonly checkBooks: CheckBooks
  readonly reads: Reads
  readonly clock: Clock
  readonly log: WorkLog
}

/** Nobody posts at three in the morning. A server that was down then makes up for it at its start. */
const AT_HOUR = 3

/** Every book once a night, one after the other. */
export class NightlyCheck {
  private readonly worker: PollingWorker
  /** Books whose check broke off, and in which night. */
  private readonly broken = new Map<string, EpochMs>()

  constructor(private readonly options: NightlyCheckOptions) {
    const { clock, log } = options
    this.worker = new PollingWorker({
      name: 'nightly check', clock, log, maxSleepMs: HOUR_MS, round: () => this.round(),
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
    for (let round = await this.round(); round.didWork; round = await this.round());
  }

  private async round(): Promise<Round> {
    const now = await this.options.clock.now()
    const night = nightBefore(now, AT_HOUR)
    const bookId = await this.nextDue(night)
    if (bookId === null) return { didWork: false, nextDueAt: nightAfter(now, AT_HOUR) }
    try {
      await this.options.checkBooks.execute(bookId)
    } catch (error) {
      this.broken.set(bookId, night)
      this.options.log.error({ bookId, fault: faultOf(error) }, 'the check of a book broke off')
    }
    return { didWork: true, nextDueAt: now }
  }

  private async nextDue(night: EpochMs): Promise<string | null> {
    const rows = await this.options.reads.query<{ id: string }>(
      `SELECT b.id FROM ledger_books b LEFT JOIN ledger_checks c ON c.book_id = b.id
       WHERE b.opened_at < ? AND (c.checked_at IS NULL OR c.checked_at < ?) ORDER BY b.id LIMIT ?`,
      [night, night, this.broken.size + 1],
    )
    return rows.find(({ id }) => (this.broken.get(id) ?? -1) < night)?.id ?? null
  }
}
