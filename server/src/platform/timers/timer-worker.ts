import type { Dialect } from '../database/dialect'
import { type DueJob, DueRowsWorker, type WorkerTools } from '../database/due-rows-worker'
import { maxSleepMsOn } from '../database/polling-worker'
import { settle } from '../database/settle'
import { nextDueIn, takeDueBatch } from '../database/take-due-batch'
import type { Work } from '../database/work'
import { parkedTimersTable, type Timer, timersTable } from './timers.table'

/**
 * Fires timers of one room, in due order; they may belong to the same subject. They may be late, and what they were set
 * for may be over: the rule behind decides. Must not write before it has read everything.
 */
export type FireTimers = (work: Work, timers: readonly Timer[]) => Promise<FollowUp | void>

/** What may follow in the same transaction, since thousands may fall due at once; undone, it is left to the outbox. */
export type FollowUp = () => Promise<void>

export interface TimerWorkerOptions extends WorkerTools {
  readonly dialect: Dialect
  /**
   * By the part of the kind before the dot: `{ ticket: fireTicketTimers }`. They fire in this order, whatever is due
   * first, so that they lock rows in the same order every time.
   */
  readonly handlers: Readonly<Record<string, FireTimers>>
}

/** Fires what is due, each timer in the same transaction that takes it away. */
export class TimerWorker extends DueRowsWorker {
  constructor(options: TimerWorkerOptions) {
    super({
      ...options,
      name: 'timers',
      next: nextDueIn(timersTable),
      jobs: [new FireDueTimers(options)],
      wakesAt: ({ earliestTimerAt }) => earliestTimerAt,
      maxSleepMs: maxSleepMsOn(options.dialect),
    })
  }
}

class FireDueTimers implements DueJob {
  readonly batch = 200

  constructor(private readonly options: TimerWorkerOptions) {}

  runOnce(): Promise<number> {
    const { unitOfWork, log } = this.options
    return takeDueBatch(unitOfWork, {
      table: timersTable,
      most: this.batch,
      handle: (work, timers, how) => this.fire(work, timers, how),
      warn: (timers, fault) => log.warn({ timers, fault }, 'a batch of timers failed, one by one now'),
      giveUp: (timer, fault) => this.park(timer, fault),
    })
  }

  /** Alone nothing follows at once: a reaction that fails must not keep the clock from being right. */
  private async fire(work: Work, timers: readonly Timer[], how: 'together' | 'alone'): Promise<void> {
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
    if (how === 'together') for (const followUp of followUps) await followUp()
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
