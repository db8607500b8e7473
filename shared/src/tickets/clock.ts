import { MINUTE_MS, type Decision, type EpochMs } from '../kernel'
import { dueAfter, firstLateAt, type KeptTerms } from '../sla'
import { currentCycle, isOpen, type Cycle, type Ticket } from './ticket'
import type { TicketFact } from './facts'
import { markLateParts, nextPartLateAt } from './whistle-clock'

/** A wake-up that a ticket wants. `kind` is unique within the ticket at any time. */
export interface TicketTimer {
  readonly kind: 'ticket.remind' | 'ticket.response-overdue' | 'ticket.closure-warn' | 'ticket.order' | 'ticket.silence'
    | 'ticket.part-overdue'
  readonly dueAt: EpochMs
}

/** A worker fires within moments; what comes later than this was overslept by the product. */
const OVERSLEPT_MS = MINUTE_MS

/** The wake-ups that the state wants, computed from it alone; they are stored with it in the same transaction. */
export function timersOf(ticket: Ticket): readonly TicketTimer[] {
  // The one it was merged into runs for both.
  if (ticket.mergedIntoId !== null) return []
  const cycle = currentCycle(ticket)
  if (ticket.status === 'closed' && cycle.closedAt !== null) {
    return [{ kind: 'ticket.silence', dueAt: firstLateAt(cycle.closedAt + ticket.terms.silenceMs) }]
  }
  if (!isOpen(ticket)) return []
  const timers: TicketTimer[] = []
  if (ticket.respondedAt === null) {
    if (ticket.remindedAt === null)
      timers.push({ kind: 'ticket.remind', dueAt: spanAfter(ticket, ticket.submittedAt, 'reminderMs') })
    if (ticket.responseMissedAt === null)
      timers.push({ kind: 'ticket.response-overdue', dueAt: firstLateAt(ticket.responseDueAt) })
  }
  if (ticket.warnedCycle < cycle.number && cycle.closureMissedAt === null) {
    timers.push({ kind: 'ticket.closure-warn', dueAt: closureWarnAt(ticket, cycle) })
  }
  timers.push({ kind: 'ticket.order', dueAt: nextOrderAt(ticket, cycle) })
  const partLateAt = nextPartLateAt(ticket)
  if (partLateAt !== null) timers.push({ kind: 'ticket.part-overdue', dueAt: partLateAt })
  return timers
}

/**
 * Brings a ticket up to `now`: whatever fell due at or before it has happened, in due order, once. Every act runs
 * through this first, so a late act is late even if no timer ran in between, and a timer that comes early, late or
 * twice does no harm.
 */
export function advance(ticket: Ticket, now: EpochMs): Decision<Ticket, TicketFact> {
  let next = ticket
  const facts: TicketFact[] = []
  for (;;) {
    const due = timersOf(next).filter((timer) => timer.dueAt <= now).sort((a, b) => a.dueAt - b.dueAt)[0]
    if (due === undefined) return { next, facts }
    const step = fire(next, due)
    next = step.next
    const isOverslept = now - due.dueAt > OVERSLEPT_MS
    facts.push(...step.facts.map((fact) => (isOverslept ? { ...fact, noticedAt: now } : fact)))
  }
}

function fire(ticket: Ticket, timer: TicketTimer): Decision<Ticket, TicketFact> {
  const cycle = currentCycle(ticket)
  const ticketId = ticket.id
  switch (timer.kind) {
    case 'ticket.remind':
      return { next: { ...ticket, remindedAt: timer.dueAt }, facts: [{ type: 'ticket.response-reminded', ticketId }] }
    case 'ticket.response-overdue':
      return {
        next: { ...ticket, responseMissedAt: timer.dueAt },
        facts: [{ type: 'ticket.response-overdue', ticketId, dueAt: ticket.responseDueAt }],
      }
    case 'ticket.closure-warn':
      return {
        next: { ...ticket, warnedCycle: cycle.number },
        facts: [{ type: 'ticket.closure-warned', ticketId, cycle: cycle.number, dueAt: cycle.closureDueAt }],
      }
    case 'ticket.order':
      return issueOrder(ticket, cycle, timer.dueAt)
    case 'ticket.part-overdue':
      return markLateParts(ticket, timer.dueAt)
    case 'ticket.silence':
      return {
        next: { ...ticket, status: 'unrated', endedAt: timer.dueAt },
        facts: [{ type: 'ticket.filed-unrated', ticketId, cycle: cycle.number }],
      }
  }
}

/** The first order goes out the moment closure is overdue, then one for each further span. */
function issueOrder(ticket: Ticket, cycle: Cycle, at: EpochMs): Decision<Ticket, TicketFact> {
  const count = cycle.orderCount + 1
  const overdue: TicketFact = {
    type: 'ticket.closure-overdue',
    ticketId: ticket.id,
    cycle: cycle.number,
    dueAt: cycle.closureDueAt,
  }
  const order: TicketFact = {
    type: 'ticket.order-issued',
    ticketId: ticket.id,
    cycle: cycle.number,
    count,
    tellsCounty: isWithCounty(ticket.terms, cycle.closureDueAt, at),
  }
  const next = withCycle(ticket, { ...cycle, orderCount: count, closureMissedAt: cycle.closureMissedAt ?? at })
  return { next, facts: cycle.closureMissedAt === null ? [overdue, order] : [order] }
}

/** Late so long that each order of the clock tells the county, too. */
export function isWithCounty(terms: KeptTerms, closureDueAt: EpochMs, at: EpochMs): boolean {
  return at >= spanAfter({ terms }, closureDueAt, 'countyMs')
}

/** Where the deadline was moved, by a promise or by merging, as long before the new one as before the first. */
function closureWarnAt(ticket: Ticket, cycle: Cycle): EpochMs {
  const { closureMs, closureWarningMs } = ticket.terms
  const isMoved = cycle.closureDueAt !== spanAfter(ticket, cycle.startedAt, 'closureMs')
  if (!isMoved) return spanAfter(ticket, cycle.startedAt, 'closureWarningMs')
  return cycle.closureDueAt - (closureMs - closureWarningMs)
}

function nextOrderAt(ticket: Ticket, cycle: Cycle): EpochMs {
  return firstLateAt(spanAfter(ticket, cycle.closureDueAt, 'orderRepeatMs', cycle.orderCount - (cycle.handOrders ?? 0)))
}

/** By the ticket's own hours, which reminders, deadlines and orders share; the resident's spans are natural time. */
function spanAfter(
  { terms }: Pick<Ticket, 'terms'>,
  fromAt: EpochMs,
  span: 'reminderMs' | 'closureWarningMs' | 'closureMs' | 'orderRepeatMs' | 'countyMs',
  times = 1,
): EpochMs {
  return dueAfter(fromAt, times * terms[span], terms.openHours)
}

/** The ticket with its current cycle replaced. */
export function withCycle(ticket: Ticket, cycle: Cycle): Ticket {
  return { ...ticket, cycles: [...ticket.cycles.slice(0, -1), cycle] }
}
