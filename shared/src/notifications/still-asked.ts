import { awaitsReport, isOpen, type Ticket, type TicketFact } from '../tickets'
import type { Ladder } from './ladder'
import type { NoticeKind } from './notice-data'

/** Whether what the notice of that fact asked for still waits to be done. */
export function isStillAsked(
  fact: TicketFact,
  { kind, startedAt }: Pick<Ladder, 'kind' | 'startedAt'>,
  ticket: Ticket,
): boolean {
  if (!isOpen(ticket) || ticket.mergedIntoId !== null) return false
  if ('partId' in fact) return ticket.parts.some((part) => part.id === fact.partId && awaitsReport(part))
  if (fact.type === 'ticket.moved' && ticket.moves.length !== fact.move) return false
  if (kind === 'you-are-asked' || kind === 'response-reminder') return ticket.status === 'submitted'
  return ticket.respondedAt === null || ticket.respondedAt < startedAt
}

/** Asked of those who were told and of nobody else: that others have looked at the matter is no comfort. */
export const ASKED_OF_THEM_ALONE: readonly NoticeKind[] = ['handed-to-you', 'part-called', 'part-reviewed']
