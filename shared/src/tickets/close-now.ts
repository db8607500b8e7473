import type { EpochMs } from '../kernel'
import { isMet } from '../sla'
import { respondOrReply, type TicketDecision } from './acting'
import { withCycle } from './clock'
import { currentCycle, type ClosureOutcome, type NotAcceptedReason, type Ticket } from './ticket'

export interface ClosureInBrief {
  readonly messageId: string
  readonly outcome: ClosureOutcome
  readonly reason: NotAcceptedReason | null
}

/**
 * Ends the round that runs, whoever was entitled to. On a ticket nobody has answered yet the same words are also the
 * response.
 */
export function closeNow(ticket: Ticket, personId: string, closure: ClosureInBrief, now: EpochMs): TicketDecision {
  const { messageId, outcome } = closure
  const answered =
    ticket.respondedAt === null ? respondOrReply(ticket, messageId, personId, now) : { next: ticket, facts: [] }
  const cycle = currentCycle(answered.next)
  const reason = outcome === 'not-accepted' ? closure.reason : null
  const closed = { closedAt: now, closedBy: personId, outcome, notAcceptedReason: reason }
  return {
    next: withCycle({ ...answered.next, status: 'closed' }, { ...cycle, ...closed }),
    facts: [
      ...answered.facts,
      {
        type: 'ticket.closed', ticketId: ticket.id, messageId, personId, cycle: cycle.number, outcome, reason,
        met: isMet(now, cycle.closureDueAt),
      },
    ],
  }
}
