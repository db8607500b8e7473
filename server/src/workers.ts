import type { DeliveryWorker } from './features/notifications/delivery-worker'
import { fireRosterTurns } from './features/roster/fire-roster-turns'
import { challengePurge } from './features/signing/purge-challenges'
import { fireTicketTimers } from './features/tickets/fire-ticket-timers'
import { idempotencyKeyPurge } from './platform/idempotency/purge-idempotency-keys'
import { OutboxWorker } from './platform/outbox/outbox-worker'
import type { Platform } from './platform/platform.module'
import { TimerWorker } from './platform/timers/timer-worker'
import { react } from './reactions'

/** What goes on without anybody asking: time passes, facts have consequences, messages go out. */
export interface Workers {
  readonly timers: TimerWorker
  readonly outbox: OutboxWorker
  readonly deliveries: DeliveryWorker
  start(): void
  /** Waits for the batches in hand. Each one makes work for the next, so they stop in that order. */
  stop(): Promise<void>
}

export function createWorkers(platform: Platform, deliveries: DeliveryWorker): Workers {
  const { database, clock, log } = platform
  const { timers, outbox } = timeAndConsequences(platform)
  const purges = [idempotencyKeyPurge(database.unitOfWork, clock, log), challengePurge(database.unitOfWork, clock, log)]
  const running = [timers, outbox, deliveries, ...purges]
  return {
    timers,
    outbox,
    deliveries,
    start: () => {
      for (const worker of running) worker.start()
    },
    stop: async () => {
      for (const worker of running) await worker.stop()
    },
  }
}

/** The two that only the database is needed for: the demo lets its nine days pass with them. */
export function timeAndConsequences(
  { database, clock, ids, log }: Pick<Platform, 'database' | 'clock' | 'ids' | 'log'>,
): Pick<Workers, 'timers' | 'outbox'> {
  const { unitOfWork, reads, dialect } = database
  const shared = { unitOfWork, reads, dialect, clock, log }
  return {
    timers: new TimerWorker({
      ...shared,
      // Tickets lock their sub-district's row, the roster its clock: in this order, as everywhere (`RosterRepository`).
      handlers: {
        ticket: (work, due) => fireTicketTimers(work, ids, due.map(({ subjectId }) => subjectId)),
        roster: (work, due) => fireRosterTurns(work, ids, due.map(({ subjectId }) => subjectId)),
      },
    }),
    outbox: new OutboxWorker({ ...shared, react: (work, entry) => react(work, ids, entry) }),
  }
}
