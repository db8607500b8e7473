import type { Viewer } from '@huiying/shared/identity'
import { escalate } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnTicket, type TicketActAnswer } from './act-on-ticket'
import type { ReasonInput } from './object-to-transfer'
import { NO_FILES } from './ticket.table'

/** What a village cannot settle goes up. @throws what `escalate` does */
export class EscalateTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { ticketId, text }: ReasonInput): Promise<TicketActAnswer> {
    return actOnTicket(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      decide: (actor, ticket, now, messageId) => escalate(actor, ticket, { messageId, text, hasVoice: false }, now),
      words: { text, ...NO_FILES, side: 'handler', kind: 'escalation' },
    })
  }
}
