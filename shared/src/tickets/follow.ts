import { isResidentOf, type Viewer } from '../identity'
import { DomainError } from '../kernel'
import { roleIn } from './access'
import type { TicketFact } from './facts'
import { isOpen, type Ticket } from './ticket'

/**
 * 我也遇到 (handbook §2): a resident joins a neighbour's open public matter and hears of its answer and its end.
 * @throws ticket.not-found, ticket.follows-own, ticket.only-residents-follow, ticket.already-closed, ticket.merged
 */
export function follow(viewer: Viewer, ticket: Ticket): readonly TicketFact[] {
  const role = roleIn(viewer, ticket)
  if (role === null || viewer.personId === null) throw new DomainError('ticket.not-found')
  if (role === 'reporter') throw new DomainError('ticket.follows-own')
  if (!isForFollowers(viewer, ticket)) throw new DomainError('ticket.only-residents-follow')
  if (ticket.mergedIntoId !== null) throw new DomainError('ticket.merged')
  if (!isOpen(ticket)) throw new DomainError('ticket.already-closed')
  return [{ type: 'ticket.followed', ticketId: ticket.id, personId: viewer.personId }]
}

/** May be done at any time, also of what has ended or is no longer his to read. @throws ticket.not-found */
export function unfollow(viewer: Viewer, ticket: Ticket): readonly TicketFact[] {
  if (viewer.personId === null) throw new DomainError('ticket.not-found')
  return [{ type: 'ticket.unfollowed', ticketId: ticket.id, personId: viewer.personId }]
}

export function mayFollow(viewer: Viewer, ticket: Ticket): boolean {
  const role = roleIn(viewer, ticket)
  const isSomebodyElses = role === 'neighbour' || role === 'handler'
  return isSomebodyElses && isForFollowers(viewer, ticket) && ticket.mergedIntoId === null && isOpen(ticket)
}

function isForFollowers(viewer: Viewer, { visibility, villageId }: Ticket): boolean {
  return visibility === 'village' && isResidentOf(viewer, villageId)
}
