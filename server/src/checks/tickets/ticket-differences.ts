import { HOUR_MS } from '@huiying/shared/kernel'
import { currentCycle, isOpen, timersOf, type Ticket, type TicketFact, type TicketTimer } from '@huiying/shared/tickets'
import type { FoundTicket } from '../../features/tickets/ticket-rows'
import { factKey, owedFacts } from './owed-facts'

/** What is stored of a ticket besides itself: everything it is compared with. */
export interface TicketTraces extends FoundTicket {
  /** Of the wake-ups that it wants, those that are there. */
  readonly timers: readonly TicketTimer[]
  readonly facts: readonly TicketFact[]
  /** Cycles under which a supervision order has its number. */
  readonly orderedCycles: readonly number[]
  /** What it was merged into; `null`: nothing, or it is not there. */
  readonly main: Pick<Ticket, 'id' | 'villageId' | 'mergedIntoId' | 'status' | 'endedAt'> | null
  /** Closures of which the reporter, who did not do them himself, has no notice and none is on its way. */
  readonly untoldClosures: readonly number[]
}

export type TicketDifferenceKind = 'timer-missing' | 'fact-missing' | 'fact-twice' | 'order-missing' | 'row-differs' | 'merged-astray' | 'closure-untold'

/** Something that the rules say and the database does not, or the other way round. */
export interface TicketDifference {
  readonly kind: TicketDifferenceKind
  readonly ticketId: string
  /** In words of the code: no person, nobody's words. */
  readonly detail: string
  /** What would mend it. */
  readonly timer?: TicketTimer
}

/** What was merged into a withdrawn ticket is let go by a reaction, which may take its time, but not so long. */
const RELEASE_MS = HOUR_MS

/** Compares a ticket with what hangs on it. All of it must have been read while nobody acted on the ticket. */
export function differencesOf(traces: TicketTraces, now: number): readonly TicketDifference[] {
  const { ticket } = traces
  const said = (kind: TicketDifferenceKind, details: readonly string[]): readonly TicketDifference[] =>
    details.map((detail) => ({ kind, ticketId: ticket.id, detail }))
  return [
    ...missingTimers(traces),
    ...factDifferences(traces),
    ...said('order-missing', missingOrders(traces)),
    ...said('row-differs', differingColumns(traces)),
    ...said('merged-astray', mergedAstray(traces, now)),
    ...said('closure-untold', traces.untoldClosures.map((cycle) => `cycle ${cycle}`)),
  ]
}

function missingTimers({ ticket, timers }: TicketTraces): readonly TicketDifference[] {
  const isThere = (wanted: TicketTimer): boolean =>
    timers.some(({ kind, dueAt }) => kind === wanted.kind && dueAt === wanted.dueAt)
  return timersOf(ticket).filter((timer) => !isThere(timer)).map((timer) => ({
    kind: 'timer-missing', ticketId: ticket.id, detail: `${timer.kind} at ${timer.dueAt}`, timer,
  }))
}

function factDifferences({ ticket, facts }: TicketTraces): readonly TicketDifference[] {
  const owed = owedFacts(ticket)
  const counted = new Map<string, number>()
  for (const key of facts.map(factKey)) if (key !== null) counted.set(key, (counted.get(key) ?? 0) + 1)
  return [...new Set([...owed.keys(), ...counted.keys()])].flatMap((key): readonly TicketDifference[] => {
    const { least, most } = owed.get(key) ?? { least: 0, most: 0 }
    const count = counted.get(key) ?? 0
    if (count >= least && count <= most) return []
    const [kind, wanted] = count < least ? ['fact-missing', least] as const : ['fact-twice', most] as const
    return [{ kind, ticketId: ticket.id, detail: `${key}: ${count} instead of ${wanted}` }]
  })
}

function missingOrders({ ticket, orderedCycles }: TicketTraces): readonly string[] {
  return ticket.cycles.flatMap(({ number, orderCount }) => {
    const numbers = orderedCycles.filter((cycle) => cycle === number).length
    return numbers === (orderCount > 0 ? 1 : 0) ? [] : [`cycle ${number}: ${numbers} numbers for ${orderCount} orders`]
  })
}

/** What lists sort and filter by stands on the row itself, drawn out of the cycle that runs. */
function differingColumns({ ticket, stored }: TicketTraces): readonly string[] {
  const cycle = currentCycle(ticket)
  const isSame = {
    closure_due_at: stored.closureDueAt === cycle.closureDueAt,
    closed_at: stored.closedAt === cycle.closedAt,
    closure_missed: stored.closureMissed === (cycle.closureMissedAt !== null),
    cycles: ticket.cycles.every(({ number }, index) => number === index + 1),
    // Figures take the round that was not rejected for the last one.
    rejected: ticket.cycles.every(({ rejected, number }) => rejected === (number !== cycle.number)),
    status: (ticket.status === 'closed') === (cycle.closedAt !== null && ticket.endedAt === null && !cycle.rejected),
  }
  return Object.entries(isSame).filter(([, same]) => !same).map(([name]) => name)
}

function mergedAstray({ ticket, main }: TicketTraces, now: number): readonly string[] {
  const { mergedIntoId } = ticket
  if (mergedIntoId === null) return []
  if (mergedIntoId === ticket.id) return ['merged into itself']
  if (main === null) return [`${mergedIntoId} is not there`]
  const isLeft = main.status === 'withdrawn' && isOpen(ticket) && (main.endedAt ?? now) < now - RELEASE_MS
  return [
    ...(main.mergedIntoId === null ? [] : [`${main.id} is merged itself`]),
    ...(main.villageId === ticket.villageId ? [] : [`${main.id} is of another village`]),
    ...(isLeft ? [`${main.id} was withdrawn, and it was not let go`] : []),
  ]
}
