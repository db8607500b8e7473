import { fireExpenseTimers } from './features/expenses/fire-expense-timers'
import { CheckBooks } from './checks/check-books'
import { NightlyCheck } from './checks/nightly-check'
import { NightlyComparison } from './checks/tickets/nightly-comparison'
import type { DeliveryWorker } from './features/notifications/delivery-worker'
import { HeadsWorker } from './features/ledger/heads-worker'
import { keptHeads } from './features/ledger/kept-heads'
import { TendHeads } from './features/ledger/tend-heads'
import { fireRosterTurns } from './features/roster/fire-roster-turns'
import { challengePurge } from './features/signing/purge-challenges'
import type { CheckWorker } from './features/tickets/publication/check-worker'
import { fireTicketTimers } from './features/tickets/fire-ticket-timers'
import type { WorkLog } from './platform/database/work-log'
import { idempotencyKeyPurge } from './platform/idempotency/purge-idempotency-keys'
import { OutboxWorker } from './platform/outbox/outbox-worker'
import type { Platform } from './platform/platform.module'
import { TimerWorker } from './platform/timers/timer-worker'
import { reporterForgetting } from './forgetting'
import { mayReactTogether, react, reactAtOnce, reactTogether } from './reactions/react-together'

/** What goes on without anybody asking: time passes, facts have consequences, messages go out. */
export interface Workers {
  readonly timers: TimerWorker
  readonly outbox: OutboxWorker
  readonly deliveries: DeliveryWorker
  readonly contentChecks: CheckWorker
  readonly heads: HeadsWorker
  readonly nightlyCheck: NightlyCheck
  readonly nightlyComparison: NightlyComparison
  start(): void
  /** Waits for the batches in hand. Each one makes work for the next, so they stop in that order. */
  stop(): Promise<void>
}

export function createWorkers(platform: Platform, deliveries: DeliveryWorker, contentChecks: CheckWorker): Workers {
  const { database, clock, log } = platform
  const { timers, outbox } = timeAndConsequences(platform)
  const purges = [
    idempotencyKeyPurge(database.unitOfWork, clock, log),
    challengePurge(database.unitOfWork, clock, log),
    reporterForgetting(database.unitOfWork, database.reads, clock, log),
  ]
  const heads = headsWorker(platform)
  const nightlyCheck = nightlyCheckOf(platform)
  const { unitOfWork, reads } = database
  const nightlyComparison = new NightlyComparison({ unitOfWork, reads, clock, log })
  const running = [timers, outbox, deliveries, contentChecks, heads, nightlyCheck, nightlyComparison, ...purges]
  return {
    timers,
    outbox,
    deliveries,
    contentChecks,
    heads,
    nightlyCheck,
    nightlyComparison,
    start: () => {
      for (const worker of running) worker.start()
    },
    stop: async () => {
      for (const worker of running) await worker.stop()
    },
  }
}

/** Signs what the books have come to; see `TendHeads`. */
export function headsWorker(
  { database, config, clock, ids, log, witness }: Omit<Platform, 'weChat' | 'fileStore'>,
): HeadsWorker {
  const { unitOfWork, reads, dialect } = database
  const kept = keptHeads(config.dataDir)
  const ledger = { ...config.ledger, witness: witness?.config ?? null }
  const tendHeads = new TendHeads({ unitOfWork, reads, ids, clock, log, ledger, kept, witness })
  return new HeadsWorker({ tendHeads, unitOfWork, clock, dialect, log })
}

function nightlyCheckOf({ database, config, clock, ids, log, witness }: Platform): NightlyCheck {
  const { unitOfWork, reads } = database
  const ledger = { ...config.ledger, witness: witness?.config ?? null }
  return new NightlyCheck({ checkBooks: new CheckBooks(unitOfWork, reads, ids, ledger), reads, clock, log })
}

/** The two that only the database is needed for: the demo lets its nine days pass with them. */
export function timeAndConsequences(
  { database, clock, ids, log }: Pick<Platform, 'database' | 'clock' | 'ids'> & { readonly log: WorkLog },
): Pick<Workers, 'timers' | 'outbox'> {
  const { unitOfWork, reads, dialect } = database
  const shared = { unitOfWork, reads, dialect, clock, log }
  return {
    timers: new TimerWorker({
      ...shared,
      // Tickets lock their sub-district's row, the roster its clock, expenses themselves: in this order, as
      // everywhere (`RosterRepository`). What follows locks acceptances and digests after all of these.
      handlers: {
        ticket: async (work, due) => {
          const tickets = await fireTicketTimers(work, ids, due.map(({ subjectId }) => subjectId))
          return () => reactAtOnce(work, ids, tickets)
        },
        roster: (work, due) => fireRosterTurns(work, ids, due.map(({ subjectId }) => subjectId)),
        expense: (work, due) => fireExpenseTimers(work, due.map(({ subjectId }) => subjectId)),
      },
    }),
    outbox: new OutboxWorker({
      ...shared,
      react: (work, entry) => react(work, ids, entry),
      together: { takes: mayReactTogether, react: (work, entries) => reactTogether(work, ids, entries) },
    }),
  }
}
