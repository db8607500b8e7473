import type { Viewer } from '@huiying/shared/identity'
import { transfer } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnGround, type TicketActAnswer } from './act-on-ticket'
import { NO_FILES } from './ticket.table'
import { destinationOf } from './ways-ground'

export interface TransferInput {
  readonly ticketId: string
  readonly toUnitId: string
  readonly text: string
}

/** @throws what `transfer` does */
export class TransferTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { ticketId, toUnitId, text }: TransferInput): Promise<TicketActAnswer> {
    return actOnGround(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      ground: (work, ticket) => destinationOf(work, ticket, toUnitId),
      decide: (actor, ticket, now, messageId, destination) =>
        transfer(actor, ticket, destination, { messageId, text, hasVoice: false }, now),
      words: { text, ...NO_FILES, side: 'handler', kind: 'transfer' },
    })
  }
}
