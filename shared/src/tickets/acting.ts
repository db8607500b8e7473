import { DomainError, type Decision, type EpochMs } from '../kernel'
import type { Viewer } from '../identity'
import { isMet } from '../sla'
import { roleIn } from './access'
import { advance } from './clock'
import type { TicketFact } from './facts'
import type { Ticket } from './ticket'

export type TicketDecision = Decision<Ticket, TicketFact>

/** Words somebody adds to a ticket; the words themselves are stored beside it under `messageId`. */
export interface Words {
  readonly messageId: string
  readonly text: string
  readonly hasVoice: boolean
}

/**
 * Time first, then the act: what had fallen due by `now` is part of the outcome. What was merged into another is acted
 * on there, but for its reporter's own words.
 * @throws ticket.merged
 */
export function act(
  ticket: Ticket,
  now: EpochMs,
  decide: (current: Ticket) => TicketDecision,
  { evenMerged = false } = {},
): TicketDecision {
  if (ticket.mergedIntoId !== null && !evenMerged) throw new DomainError('ticket.merged')
  const past = advance(ticket, now)
  const { next, facts } = decide(past.next)
  return { next, facts: [...past.facts, ...facts] }
}

/** The first words that say something are the response; later ones only a reply. */
export function respondOrReply(ticket: Ticket, messageId: string, personId: string, now: EpochMs): TicketDecision {
  if (ticket.respondedAt !== null) {
    return { next: ticket, facts: [{ type: 'ticket.replied', ticketId: ticket.id, messageId, personId }] }
  }
  return {
    next: { ...ticket, status: 'in-progress', respondedAt: now, respondedBy: personId },
    facts: [
      { type: 'ticket.responded', ticketId: ticket.id, messageId, personId, met: isMet(now, ticket.responseDueAt) },
    ],
  }
}

/** @throws ticket.not-found, ticket.only-handlers */
export function requireHandler(viewer: Viewer, ticket: Ticket): string {
  const role = roleIn(viewer, ticket)
  if (role === null || viewer.personId === null) throw new DomainError('ticket.not-found')
  if (role !== 'handler') throw new DomainError('ticket.only-handlers')
  return viewer.personId
}

/** @throws ticket.not-found, ticket.only-reporter */
export function requireReporter(viewer: Viewer, ticket: Ticket): void {
  const role = roleIn(viewer, ticket)
  if (role === null) throw new DomainError('ticket.not-found')
  if (role !== 'reporter') throw new DomainError('ticket.only-reporter')
}
