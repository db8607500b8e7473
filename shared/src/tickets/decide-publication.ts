import { watchesSubDistrict, type Viewer } from '../identity'
import { DomainError, textLength, type EpochMs } from '../kernel'
import { mayKnowOf } from './access'
import type { TicketFact } from './facts'
import { saysSomething } from './meaning'
import type { ContentCheck } from './content-check'
import { isToBePublished } from './publication'
import type { Ticket } from './ticket'

/** Why something is not published: a clause or two, for the reporter to read. */
export const WITHHELD_REASON_LIMIT = 200

/** Whoever watches over the sub-district: nobody of the village decides what the village reads. */
export function mayDecidePublication(viewer: Viewer, ticket: Ticket): boolean {
  return watchesSubDistrict(viewer, ticket.subDistrictId) && mayKnowOf(viewer, ticket)
}

export interface PublicationDecision {
  readonly isOpen: boolean
  /** Of what is not published, or is after all; the reporter reads it. */
  readonly reason: string
  readonly messageId: string
}

/**
 * A person says whether all may see what the checker would not or could not pass. The matter itself goes on either way.
 * A no may be put right later, with a reason; a yes may not: what all have read is read.
 * @throws publication.not-found, publication.decided, publication.reason-missing, publication.change-reason-missing,
 *   publication.reason-too-long
 */
export function decidePublication(
  viewer: Viewer,
  ticket: Ticket,
  check: ContentCheck,
  { isOpen, reason, messageId }: PublicationDecision,
  now: EpochMs,
): { readonly next: ContentCheck; readonly facts: readonly TicketFact[] } {
  const { personId } = viewer
  if (personId === null || !mayDecidePublication(viewer, ticket)) throw new DomainError('publication.not-found')
  // Taken back while the list lay open: nobody would see it, and its reporter would be told that all do.
  if (!isToBePublished(ticket)) throw new DomainError('publication.not-found')
  const putsRight = check.state === 'withheld' && isOpen && reason.trim() !== ''
  // Who gives no reason has not seen that another one said no meanwhile.
  if (check.state === 'open' || (check.state === 'withheld' && !putsRight)) throw new DomainError('publication.decided')
  if (check.state !== 'held' && !putsRight) throw new DomainError('publication.not-found')
  if (putsRight && !saysSomething(reason)) throw new DomainError('publication.change-reason-missing')
  if (!isOpen && !saysSomething(reason)) throw new DomainError('publication.reason-missing')
  if (textLength(reason) > WITHHELD_REASON_LIMIT) {
    throw new DomainError('publication.reason-too-long', { limit: WITHHELD_REASON_LIMIT })
  }
  return {
    next: { ...check, state: isOpen ? 'open' : 'withheld', decidedAt: now, decidedBy: personId },
    facts: [{
      type: 'ticket.publication-decided', ticketId: ticket.id, checkId: check.id, isOpen, personId,
      messageId: isOpen && !putsRight ? null : messageId,
    }],
  }
}
