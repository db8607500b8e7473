import type { Viewer } from '@huiying/shared/identity'
import { orderByHand } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnTicket, type TicketActAnswer } from './act-on-ticket'

/** The sub-district sends a supervision order now. @throws what `orderByHand` does */
export class OrderTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, ticketId: string): Promise<TicketActAnswer> {
    return actOnTicket(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      decide: (actor, ticket, now) => orderByHand(actor, ticket, now),
      words: null,
    })
  }
}
