import type { JournalEntry } from '@huiying/shared/facts'
import { type EpochMs, HOUR_MS, MINUTE_MS, SECOND_MS } from '@huiying/shared/kernel'
import type { Clock } from '../clock/clock'
import { isPassing } from '../database/database-error'
import type { Dialect } from '../database/dialect'
import { PollingWorker, type Round } from '../database/polling-worker'
import type { ReadDatabase } from '../database/read-database'
import { settle } from '../database/settle'
import type { UnitOfWork } from '../database/unit-of-work'
import type { Work } from '../database/work'
import { faultOf, type WorkLog } from '../database/work-log'
import { entryOf, journalTable } from '../journal/journal.table'
import { type OutboxRow, outboxTable, parkedOutboxTable } from './outbox.table'

/**
 * Turns one fact into rows (notices, deliveries). Runs once to the end for each fact, but may be begun more often; what
 * it writes must be unique per journal entry. No network: what has to be sent becomes a row that another worker sends.
 */
export type React = (work: Work, entry: JournalEntry) => Promise<void>

export interface OutboxWorkerOptions {
  readonly unitOfWork: UnitOfWork
  readonly reads: ReadDatabase
  readonly dialect: Dialect
  readonly clock: Clock
  readonly log: WorkLog
  readonly react: React
  /** Reacts to several at once where none needs to see what another writes; left out: one after the other. */
  readonly together?: ReactTogether
}

export interface ReactTogether {
  /** Only facts with which a subject's story begins: they are reacted to before all others of a batch. */
  takes(entry: JournalEntry): boolean
  react(work: Work, entries: readonly JournalEntry[]): Promise<void>
}

const BATCH = 50
/** On a busy machine fifty take tens of seconds, and nobody should wait so long for a ticket. */
const LONGEST_HOLD_MS = 500
const MORE_IS_DUE: Round = { didWork: true, nextDueAt: 0, now: 0 }
const LONGEST_SLEEP_MS = { alone: MINUTE_MS, amongServers: SECOND_MS }
/** Waited before each further attempt; after the last one the entry is parked. */
const BACKOFF_MS = [SECOND_MS, 10 * SECOND_MS, MINUTE_MS, 10 * MINUTE_MS, HOUR_MS]

const DUE = `SELECT ${outboxTable.columnList} FROM outbox WHERE due_at <= ? ORDER BY due_at, id LIMIT ?`
const NEXT = 'SELECT due_at AS dueAt FROM outbox ORDER BY due_at, id LIMIT 1'

/** Reacts to what the journal recorded, each entry in the same transaction that takes its pointer away. */
export class OutboxWorker {
  private readonly worker: PollingWorker
  /** The last batch was full. */
  private hasMore = false

  constructor(private readonly options: OutboxWorkerOptions) {
    const { clock, log, dialect, unitOfWork } = options
    const maxSleepMs = dialect === 'sqlite' ? LONGEST_SLEEP_MS.alone : LONGEST_SLEEP_MS.amongServers
    this.worker = new PollingWorker({ name: 'outbox', clock, log, maxSleepMs, round: () => this.round() })
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

  /** Reacts to everything that is due now, here and at once. */
  async drain(): Promise<void> {
    while ((await this.reactToDue()) > 0);
  }

  /** How long the oldest entry that is due has been waiting; 0 when nothing is. */
  async lagMs(): Promise<number> {
    const dueAt = await this.nextDueAt()
    return dueAt === null ? 0 : Math.max(0, (await this.options.clock.now()) - dueAt)
  }

  private async round(): Promise<Round> {
    if (!this.hasMore) {
      const [nextDueAt, now] = await Promise.all([this.nextDueAt(), this.options.clock.now()])
      if (nextDueAt === null || nextDueAt > now) return { didWork: false, nextDueAt, now }
    }
    this.hasMore = false
    const done = await this.reactToDue()
    this.hasMore = done === BATCH
    return this.hasMore ? MORE_IS_DUE : { didWork: done > 0, nextDueAt: await this.nextDueAt() }
  }

  private async nextDueAt(): Promise<EpochMs | null> {
    const [next] = await this.options.reads.query<{ dueAt: EpochMs }>(NEXT)
    return next?.dueAt ?? null
  }

  private async reactToDue(): Promise<number> {
    let claimed: readonly OutboxRow[] = []
    try {
      await this.options.unitOfWork.run(async (work) => {
        const due = await work.query<Record<string, unknown>>(DUE, [work.now, BATCH], { lock: 'skip-locked' })
        claimed = due.map((raw) => outboxTable.fromRaw(raw))
        await this.react(work, claimed)
      })
      return claimed.length
    } catch (error) {
      if (isPassing(error) || claimed.length === 0) throw error
    }
    for (const pointer of claimed) await this.reactAlone(pointer)
    return claimed.length
  }

  private async reactAlone(pointer: OutboxRow): Promise<void> {
    const { dueAt, id } = pointer
    try {
      await this.options.unitOfWork.run(async (work) => {
        await this.react(work, await work.find(outboxTable, { dueAt, id }, { lock: 'skip-locked' }))
      })
    } catch (error) {
      if (isPassing(error)) throw error
      await this.putOff(pointer, faultOf(error))
    }
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
