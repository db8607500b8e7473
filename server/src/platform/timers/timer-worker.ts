import { type EpochMs, MINUTE_MS, SECOND_MS } from '@huiying/shared/kernel'
import type { Clock } from '../clock/clock'
import { isPassing } from '../database/database-error'
import type { Dialect } from '../database/dialect'
import { PollingWorker, type Round } from '../database/polling-worker'
import type { ReadDatabase } from '../database/read-database'
import { settle } from '../database/settle'
import type { UnitOfWork } from '../database/unit-of-work'
import type { Work } from '../database/work'
import { faultOf, type WorkLog } from '../database/work-log'
import { parkedTimersTable, type Timer, timersTable } from './timers.table'

/**
 * Fires timers of one room, in due order; they may belong to the same subject. They may be late, and what they were set
 * for may be over: the rule behind decides. Must not write before it has read everything.
 */
export type FireTimers = (work: Work, timers: readonly Timer[]) => Promise<FollowUp | void>

/** What may follow in the same transaction, since thousands may fall due at once; undone, it is left to the outbox. */
export type FollowUp = () => Promise<void>

export interface TimerWorkerOptions {
  readonly unitOfWork: UnitOfWork
  readonly reads: ReadDatabase
  readonly dialect: Dialect
  readonly clock: Clock
  readonly log: WorkLog
  /**
   * By the part of the kind before the dot: `{ ticket: fireTicketTimers }`. They fire in this order, whatever is due
   * first, so that they lock rows in the same order every time.
   */
  readonly handlers: Readonly<Record<string, FireTimers>>
}

const BATCH = 200
const LONGEST_SLEEP_MS = { alone: MINUTE_MS, amongServers: SECOND_MS }

const MORE_IS_DUE: Round = { didWork: true, nextDueAt: 0, now: 0 }

const DUE = `SELECT ${timersTable.columnList} FROM timers WHERE due_at <= ? ORDER BY due_at, id LIMIT ?`
const NEXT = 'SELECT due_at AS dueAt FROM timers ORDER BY due_at, id LIMIT 1'

/** Fires what is due, each timer in the same transaction that takes it away. */
export class TimerWorker {
  private readonly worker: PollingWorker
  /** The last batch was full. */
  private hasMore = false

  constructor(private readonly options: TimerWorkerOptions) {
    const { clock, log, dialect, unitOfWork } = options
    const maxSleepMs = dialect === 'sqlite' ? LONGEST_SLEEP_MS.alone : LONGEST_SLEEP_MS.amongServers
    this.worker = new PollingWorker({ name: 'timers', clock, log, maxSleepMs, round: () => this.round() })
    unitOfWork.onCommitted(({ earliestTimerAt }) => {
      if (earliestTimerAt !== null) this.worker.poke(earliestTimerAt)
    })
  }

  start(): void {
    this.worker.start()
  }

  stop(): Promise<void> {
    return this.worker.stop()
  }

  /** Fires everything that is due now, here and at once. */
  async drain(): Promise<void> {
    while ((await this.fireDue()) > 0);
  }

  /** How late the oldest due timer is; 0 when nothing is due. */
  async lagMs(): Promise<number> {
    const dueAt = await this.nextDueAt()
    return dueAt === null ? 0 : Math.max(0, (await this.options.clock.now()) - dueAt)
  }

  private async round(): Promise<Round> {
    if (!this.hasMore) {
      // A look that takes no transaction: most of the time nothing is due.
      const [nextDueAt, now] = await Promise.all([this.nextDueAt(), this.options.clock.now()])
      if (nextDueAt === null || nextDueAt > now) return { didWork: false, nextDueAt, now }
    }
    this.hasMore = false
    const fired = await this.fireDue()
    this.hasMore = fired === BATCH
    return this.hasMore ? MORE_IS_DUE : { didWork: fired > 0, nextDueAt: await this.nextDueAt() }
  }

  private async nextDueAt(): Promise<EpochMs | null> {
    const [next] = await this.options.reads.query<{ dueAt: EpochMs }>(NEXT)
    return next?.dueAt ?? null
  }

  /** @returns how many timers are done with: fired or parked */
  private async fireDue(): Promise<number> {
    let claimed: readonly Timer[] = []
    try {
      await this.options.unitOfWork.run(async (work) => {
        const due = await work.query<Record<string, unknown>>(DUE, [work.now, BATCH], { lock: 'skip-locked' })
        claimed = due.map((raw) => timersTable.fromRaw(raw))
        await this.fire(work, claimed, 'with-what-follows')
      })
      return claimed.length
    } catch (error) {
      if (isPassing(error) || claimed.length === 0) throw error
      this.options.log.warn({ timers: claimed.length, fault: faultOf(error) }, 'a batch of timers failed, one by one now')
    }
    for (const timer of claimed) await this.fireAlone(timer)
    return claimed.length
  }

  /** Nothing follows at once: a reaction that fails must not keep the clock from being right. */
  private async fireAlone(timer: Timer): Promise<void> {
    const { dueAt, id } = timer
    try {
      await this.options.unitOfWork.run(async (work) => {
        await this.fire(work, await work.find(timersTable, { dueAt, id }, { lock: 'skip-locked' }), 'alone')
      })
    } catch (error) {
      if (isPassing(error)) throw error
      await this.park(timer, faultOf(error))
    }
  }

  private async fire(work: Work, timers: readonly Timer[], how: 'with-what-follows' | 'alone'): Promise<void> {
    const rooms = byRoom(timers)
    for (const room of rooms.keys()) {
      if (this.options.handlers[room] === undefined) throw new Error(`nobody fires timers of ${room}`)
    }
    const followUps: FollowUp[] = []
    let isFirst = true
    for (const [room, handler] of Object.entries(this.options.handlers)) {
      const ofRoom = rooms.get(room)
      if (ofRoom === undefined) continue
      if (isFirst) isFirst = false
      else await settle(work)
      const followUp = await handler(work, ofRoom)
      if (followUp !== undefined) followUps.push(followUp)
    }
    if (how === 'with-what-follows') for (const followUp of followUps) await followUp()
    for (const timer of timers) work.delete(timersTable, timer)
  }

  private async park(timer: Timer, fault: string): Promise<void> {
    const { dueAt, id, kind, subjectId } = timer
    const isParked = await this.options.unitOfWork.run(async (work) => {
      const found = await work.findOne(timersTable, { dueAt, id }, { lock: true })
      if (found === null) return false
      work.insertIfAbsent(parkedTimersTable, { ...found, parkedAt: work.now, fault })
      work.delete(timersTable, found)
      return true
    })
    if (isParked) this.options.log.error({ timer: kind, subjectId, fault }, 'a timer cannot fire and is parked')
  }
}

function byRoom(timers: readonly Timer[]): Map<string, Timer[]> {
  const rooms = new Map<string, Timer[]>()
  for (const timer of timers) {
    const room = timer.kind.split('.')[0] ?? ''
    rooms.set(room, [...(rooms.get(room) ?? []), timer])
  }
  return rooms
}
