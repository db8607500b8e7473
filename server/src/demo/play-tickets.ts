import { chinaDateOf, DAY_MS, HOUR_MS, startOfChinaDay, type EpochMs } from '@huiying/shared/kernel'
import { Acting } from './acting'
import type { PlannedTicket } from './planned-ticket'
import type { Stage } from './stage'

interface Event {
  readonly at: EpochMs
  run(): Promise<void>
}

/** People look into their notices in the evening; the last hours' are still unread. */
const EVENING_MS = 20.5 * HOUR_MS
const UNREAD_MS = 3 * HOUR_MS

/**
 * Lets the plan happen: every act through its real use case, every reminder, overdue mark and order by the real worker
 * at its own instant, every notice by the real reactions.
 */
export async function playTickets(stage: Stage, tickets: readonly PlannedTicket[]): Promise<void> {
  const actors = new Acting(stage)
  const happen = (at: EpochMs, run: () => Promise<void>): Event => ({ at, run })
  const events = [
    ...tickets.map((ticket) => happen(ticket.submittedAt, () => actors.submit(ticket))),
    ...tickets.flatMap((ticket) => ticket.acts.map((act) => happen(act.at, () => actors.act(ticket, act)))),
    ...readingTimes(tickets[0]?.submittedAt ?? stage.now, stage.now).map((at) =>
      happen(at, () => actors.readNotices())),
  ]
  // Of one instant the submission comes first: sorting keeps the order of equals.
  for (const event of events.sort((a, b) => a.at - b.at)) {
    await passTime(stage, event.at)
    await event.run()
    await stage.workers.outbox.drain()
  }
  await passTime(stage, stage.now)
}

/** Stops at each timer on the way, so that what it brings about bears its own time. */
async function passTime({ database, clock, workers }: Stage, until: EpochMs): Promise<void> {
  for (;;) {
    const [next] = await database.reads.query<{ dueAt: EpochMs }>(
      'SELECT due_at AS dueAt FROM timers WHERE due_at <= ? ORDER BY due_at, id LIMIT 1', [until],
    )
    if (next === undefined) break
    clock.turnTo(Number(next.dueAt))
    await workers.timers.drain()
    await workers.outbox.drain()
  }
  clock.turnTo(until)
}

function readingTimes(from: EpochMs, now: EpochMs): readonly EpochMs[] {
  const times: EpochMs[] = []
  for (let at = startOfChinaDay(chinaDateOf(from)) + EVENING_MS; at < now - UNREAD_MS; at += DAY_MS) {
    if (at > from) times.push(at)
  }
  return [...times, now - UNREAD_MS]
}
