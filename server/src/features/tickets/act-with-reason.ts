import type { Viewer } from '@huiying/shared/identity'
import type { Ticket, TicketDecision, WaysMessageKind, Words } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { actOnGround, type TicketActAnswer } from './act-on-ticket'
import { NO_FILES } from './ticket.table'

/** What every act says that says why. */
export interface ReasonInput {
  readonly ticketId: string
  readonly text: string
}

export interface ReasonedAct<Ground> {
  readonly kind: WaysMessageKind
  /** Reads come before the decision. */
  ground(work: Work, ticket: Ticket): Promise<Ground>
  decide(actor: Viewer, ticket: Ticket, words: Words, now: number, ground: Ground): TicketDecision
}

/** An act of a handler whose only words are why. @throws ticket.not-found and what `ground` and `decide` throw */
export function actWithReason<Ground>(
  unitOfWork: UnitOfWork,
  ids: Ids,
  viewer: Viewer,
  { ticketId, text }: ReasonInput,
  { kind, ground, decide }: ReasonedAct<Ground>,
): Promise<TicketActAnswer> {
  return actOnGround(unitOfWork, ids, {
    viewer,
    ticketId,
    ground,
    decide: (actor, ticket, now, messageId, found) =>
      decide(actor, ticket, { messageId, text, hasVoice: false }, now, found),
    words: { text, ...NO_FILES, side: 'handler', kind },
  })
}

/** Where the ticket alone is enough to decide on. */
export async function noGround(): Promise<null> {
  return null
}
