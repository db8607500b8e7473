import { DomainError } from '@huiying/shared/kernel'
import { roleIn, type TicketDecision, type Ticket } from '@huiying/shared/tickets'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { claimFiles } from '../files/public'
import { messageTable, type TicketMessage } from './message.table'
import { TicketRepository } from './ticket.repository'
import type { Attachments } from './ticket.table'

/** Words with what was handed in beside them. */
export interface SpokenInput extends Attachments {
  readonly text: string
}

export interface TicketAct {
  readonly viewer: Viewer
  readonly ticketId: string
  /** @param viewer with the posts that still hold now: one may have ended while the act waited its turn */
  decide(viewer: Viewer, ticket: Ticket, now: number, messageId: string): TicketDecision
  /** The words of the act, stored beside the ticket; `null` for an act without words. */
  readonly words: (SpokenInput & Pick<TicketMessage, 'side' | 'kind'>) | null
}

export interface TicketActAnswer {
  readonly ticketId: string
  readonly messageId: string
  /** This act was the response. */
  readonly wasFirst: boolean
}

/** An act whose decision rests on more than the ticket. */
export interface GroundedAct<Ground> extends Omit<TicketAct, 'decide'> {
  /** Reads come before the decision. */
  ground(work: Work, ticket: Ticket): Promise<Ground>
  decide(viewer: Viewer, ticket: Ticket, now: number, messageId: string, ground: Ground): TicketDecision
}

/** Load, decide, store: what every act on a ticket has in common. @throws ticket.not-found and what `decide` throws */
export async function actOnTicket(unitOfWork: UnitOfWork, ids: Ids, act: TicketAct): Promise<TicketActAnswer> {
  return actOnGround(unitOfWork, ids, { ...act, ground: async () => null })
}

/** @throws ticket.not-found and what `ground` and `decide` throw */
export async function actOnGround<Ground>(
  unitOfWork: UnitOfWork,
  ids: Ids,
  act: GroundedAct<Ground>,
): Promise<TicketActAnswer> {
  return unitOfWork.run(async (work) => {
    const tickets = new TicketRepository(work, ids)
    const viewer = viewerLater(act.viewer, work.now)
    const loaded = await tickets.load(act.ticketId)
    if (loaded === null || roleIn(viewer, loaded.ticket) === null) throw new DomainError('ticket.not-found')
    const messageId = ids.next()
    const ground = await act.ground(work, loaded.ticket)
    const { next, facts } = act.decide(viewer, loaded.ticket, work.now, messageId, ground)
    const store = await tickets.prepare({ loaded, next, facts, by: act.viewer.personId })
    if (act.words !== null)
      await claimFiles(work, { ...filesOf(act), accountId: act.viewer.accountId, subjectId: act.ticketId })
    store()
    const wasFirst = facts.some((fact) => fact.type === 'ticket.responded')
    if (act.words !== null) addMessage(work, act, messageId, wasFirst)
    return { ticketId: act.ticketId, messageId, wasFirst }
  })
}

function filesOf(act: Pick<TicketAct, 'words'>): Attachments {
  return { photoIds: act.words?.photoIds ?? [], voiceId: act.words?.voiceId ?? null }
}

function addMessage(work: Work, act: Omit<TicketAct, 'decide'>, messageId: string, isResponse: boolean): void {
  if (act.words === null || act.viewer.personId === null) return
  const { text, photoIds, voiceId, side, kind } = act.words
  work.insert(messageTable, {
    id: messageId, ticketId: act.ticketId, authorId: act.viewer.personId,
    side, kind, isResponse, text: text.trim(), photoIds, voiceId, at: work.now,
    publishedAt: null, openFileIds: null,
  })
}
