import { chinaDateOf, DAY_MS, HOUR_MS, startOfChinaDay, type EpochMs } from '@huiying/shared/kernel'
import { Acting } from './acting'
import type { DemoEvent } from './play'
import type { PlannedTicket } from './planned-ticket'
import type { Stage } from './stage'

/** People look into their notices in the evening; the last hours' are still unread. */
const EVENING_MS = 20.5 * HOUR_MS
const UNREAD_MS = 3 * HOUR_MS

/** The plan's matters, and everybody's evenings with his notices. */
export function ticketEvents(stage: Stage, tickets: readonly PlannedTicket[]): readonly DemoEvent[] {
  const actors = new Acting(stage)
  const happen = (at: EpochMs, run: () => Promise<void>): DemoEvent => ({ at, run })
  return [
    ...tickets.map((ticket) => happen(ticket.submittedAt, () => actors.submit(ticket))),
    ...tickets.flatMap((ticket) => ticket.acts.map((act) => happen(act.at, () => actors.act(ticket, act)))),
    ...readingTimes(tickets[0]?.submittedAt ?? stage.now, stage.now).map((at) =>
      happen(at, () => actors.readNotices())),
  ]
}

function readingTimes(from: EpochMs, now: EpochMs): readonly EpochMs[] {
  const times: EpochMs[] = []
  for (let at = startOfChinaDay(chinaDateOf(from)) + EVENING_MS; at < now - UNREAD_MS; at += DAY_MS) {
    if (at > from) times.push(at)
  }
  return [...times, now - UNREAD_MS]
}
