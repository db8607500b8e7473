import type { JournalEntry } from '@huiying/shared/facts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@huiying/shared/kernel'
import type { Dialect } from '../database/dialect'
import { type DueJob, DueRowsWorker, type WorkerTools } from '../database/due-rows-worker'
import { maxSleepMsOn } from '../database/polling-worker'
import { settle } from '../database/settle'
import { nextDueIn, takeDueBatch } from '../database/take-due-batch'
import type { Work } from '../database/work'
import { entryOf, journalTable } from '../journal/journal.table'
import { type OutboxRow, outboxTable, parkedOutboxTable } from './outbox.table'

/**
 * Turns one fact into rows (notices, deliveries). Runs once to the end for each fact, but may be begun more often; what
 * it writes must be unique per journal entry. No network: what has to be sent becomes a row that another worker sends.
 */
export type React = (work: Work, entry: JournalEntry) => Promise<void>

export interface OutboxWorkerOptions extends WorkerTools {
  readonly dialect: Dialect
  readonly react: React
  /** Reacts to several at once where none needs to see what another writes; left out: one after the other. */
  readonly together?: ReactTogether
}

export interface ReactTogether {
  /** Only facts with which a subject's story begins: they are reacted to before all others of a batch. */
  takes(entry: JournalEntry): boolean
  react(work: Work, entries: readonly JournalEntry[]): Promise<void>
}

/** On a busy machine a batch takes tens of seconds, and nobody should wait so long for a ticket. */
const LONGEST_HOLD_MS = 500
/** Waited before each further attempt; after the last one the entry is parked. */
const BACKOFF_MS = [SECOND_MS, 10 * SECOND_MS, MINUTE_MS, 10 * MINUTE_MS, HOUR_MS]

/** Reacts to what the journal recorded, each entry in the same transaction that takes its pointer away. */
export class OutboxWorker extends DueRowsWorker {
  constructor(options: OutboxWorkerOptions) {
    super({
      ...options,
      name: 'outbox',
      next: nextDueIn(outboxTable),
      jobs: [new ReactToFacts(options)],
      maxSleepMs: maxSleepMsOn(options.dialect),
    })
  }
}

class ReactToFacts implements DueJob {
  readonly batch = 200

  constructor(private readonly options: OutboxWorkerOptions) {}

  runOnce(): Promise<number> {
    return takeDueBatch(this.options.unitOfWork, {
      table: outboxTable,
      most: this.batch,
      handle: (work, pointers) => this.react(work, pointers),
      giveUp: (pointer, fault) => this.putOff(pointer, fault),
    })
  }

  private async react(work: Work, pointers: readonly OutboxRow[]): Promise<void> {
    const rows = await work.find(journalTable, { id: pointers.map(({ id }) => id) }, { orderBy: { id: 'asc' } })
    const done = new Set<string>()
    const startedAt = performance.now()
    for (const run of this.runsOf(rows.map(entryOf))) {
      // The rest is left for the next transaction: what it has locked others are waiting for.
      if (done.size > 0 && performance.now() - startedAt > LONGEST_HOLD_MS) break
      if (done.size > 0) await settle(work)
      await this.reactTo(work, run)
      for (const { id } of run) done.add(id)
    }
    const isThere = new Set(rows.map(({ id }) => id))
    for (const pointer of pointers) {
      if (done.has(pointer.id) || !isThere.has(pointer.id)) work.delete(outboxTable, pointer)
    }
  }

  private async reactTo(work: Work, run: readonly JournalEntry[]): Promise<void> {
    const [only, ...others] = run
    if (only === undefined) return
    if (others.length > 0) await this.options.together?.react(work, run)
    else await this.options.react(work, only)
  }

  /** In their order, after those that may be reacted to together. */
  private runsOf(entries: readonly JournalEntry[]): readonly (readonly JournalEntry[])[] {
    const isTaken = (entry: JournalEntry): boolean => this.options.together?.takes(entry) ?? false
    const together = entries.filter(isTaken)
    const others = entries.filter((entry) => !isTaken(entry)).map((entry) => [entry])
    return together.length === 0 ? others : [together, ...others]
  }

  private async putOff({ dueAt, id }: OutboxRow, fault: string): Promise<void> {
    const outcome = await this.options.unitOfWork.run(async (work) => {
      const found = await work.findOne(outboxTable, { dueAt, id }, { lock: true })
      if (found === null) return null
      const attempts = found.attempts + 1
      const waitMs = BACKOFF_MS[found.attempts]
      work.delete(outboxTable, found)
      if (waitMs !== undefined) work.insert(outboxTable, { dueAt: work.now + waitMs, id, attempts })
      else work.insertIfAbsent(parkedOutboxTable, { id, attempts, parkedAt: work.now, fault })
      return { attempts, isParked: waitMs === undefined }
    })
    if (outcome?.isParked === true) {
      this.options.log.error({ journalId: id, attempts: outcome.attempts, fault }, 'a reaction keeps failing: parked')
    } else if (outcome !== null) {
      this.options.log.warn({ journalId: id, attempts: outcome.attempts, fault }, 'a reaction failed, again later')
    }
  }
}
