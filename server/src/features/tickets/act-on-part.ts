import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { roleIn, type Ticket, type TicketDecision } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { claimFiles } from '../files/public'
import { messageTable, type TicketMessage } from './message.table'
import { TicketRepository } from './ticket.repository'

/** Words to be stored beside the ticket; those of photos handed in with the act. */
export type PartMessage = Pick<TicketMessage, 'id' | 'kind' | 'text'> & { readonly photoIds?: readonly string[] }

export interface PartDecision extends TicketDecision {
  readonly messages: readonly PartMessage[]
}

export interface PartAct {
  readonly viewer: Viewer
  readonly ticketId: string
  readonly photoIds?: readonly string[]
  /** Reads what it needs, then decides. @param viewer with the posts that still hold now */
  decide(work: Work, viewer: Viewer, ticket: Ticket): Promise<PartDecision>
}

/** Load, decide, store. @throws ticket.not-found, file.not-found and what `decide` throws */
export async function actOnPart(
  unitOfWork: UnitOfWork, ids: Ids, act: PartAct,
): Promise<{ readonly ticketId: string }> {
  return unitOfWork.run(async (work) => {
    const { ticketId, photoIds = [] } = act
    const tickets = new TicketRepository(work, ids)
    const viewer = viewerLater(act.viewer, work.now)
    const loaded = await tickets.load(ticketId)
    if (loaded === null || roleIn(viewer, loaded.ticket) === null) throw new DomainError('ticket.not-found')
    const { next, facts, messages } = await act.decide(work, viewer, loaded.ticket)
    const store = await tickets.prepare({ loaded, next, facts, by: viewer.personId })
    if (photoIds.length > 0) {
      await claimFiles(work, { photoIds, voiceId: null, accountId: viewer.accountId, subjectId: ticketId })
    }
    store()
    const responses = new Set(facts.flatMap((fact) => (fact.type === 'ticket.responded' ? [fact.messageId] : [])))
    for (const message of messages) {
      work.insert(messageTable, {
        photoIds: [], ...message, text: message.text.trim(), ticketId, authorId: viewer.personId ?? '', side: 'handler',
        isResponse: responses.has(message.id), voiceId: null, at: work.now,
        publishedAt: null, openFileIds: null,
      })
    }
    return { ticketId }
  })
}
