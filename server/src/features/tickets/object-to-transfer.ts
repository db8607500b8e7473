import type { Viewer } from '@huiying/shared/identity'
import { object } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnTicket, type TicketActAnswer } from './act-on-ticket'
import { NO_FILES } from './ticket.table'

export interface ReasonInput {
  readonly ticketId: string
  readonly text: string
}

/** The receiver says that it is not his. @throws what `object` does */
export class ObjectToTransfer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { ticketId, text }: ReasonInput): Promise<TicketActAnswer> {
    return actOnTicket(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      decide: (actor, ticket, now, messageId) => object(actor, ticket, { messageId, text, hasVoice: false }, now),
      words: { text, ...NO_FILES, side: 'handler', kind: 'objection' },
    })
  }
}
