import { timersOf } from '@huiying/shared/tickets'
import { findTickets, readTickets, type FoundTicket } from '../../features/tickets/ticket-rows'
import type { Reads } from '../../platform/database/reads'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { timersTable, type Timer } from '../../platform/timers/timers.table'

const PAGE = 200

/**
 * Wake-ups that no ticket wants, a page at a time. They do no harm: such a timer fires, finds nothing to do and is
 * gone. But they are of nobody's making.
 */
export async function* extraTimers(unitOfWork: UnitOfWork, reads: Reads): AsyncGenerator<readonly Timer[]> {
  let after: Pick<Timer, 'dueAt' | 'id'> = { dueAt: -1, id: '' }
  for (;;) {
    const rows = await reads.query<Record<string, unknown>>(
      `SELECT ${timersTable.columnList} FROM timers WHERE due_at >= ? AND (due_at > ? OR id > ?) ORDER BY due_at, id LIMIT ${PAGE}`,
      [after.dueAt, after.dueAt, after.id],
    )
    const timers = rows.map((raw) => timersTable.fromRaw(raw))
    const ofTickets = timers.filter(({ kind }) => kind.startsWith('ticket.'))
    const tickets = await readTickets(reads, [...new Set(ofTickets.map(({ subjectId }) => subjectId))])
    const extra: Timer[] = []
    for (const timer of ofTickets) {
      if (!isWanted(timer, tickets) && (await isStillExtra(unitOfWork, timer))) extra.push(timer)
    }
    yield extra
    const last = timers[timers.length - 1]
    if (last === undefined || timers.length < PAGE) return
    after = last
  }
}

function isWanted({ subjectId, kind, dueAt }: Timer, tickets: readonly FoundTicket[]): boolean {
  const found = tickets.find(({ ticket }) => ticket.id === subjectId)
  return found !== undefined && timersOf(found.ticket).some((timer) => timer.kind === kind && timer.dueAt === dueAt)
}

/** With the ticket locked nobody changes what it wants. */
function isStillExtra(unitOfWork: UnitOfWork, timer: Timer): Promise<boolean> {
  return unitOfWork.run(async (work) => {
    const found = await findTickets(work, [timer.subjectId])
    const there = await work.findOne(timersTable, { dueAt: timer.dueAt, id: timer.id })
    return there !== null && !isWanted(timer, found)
  })
}
