import type { Viewer } from '@huiying/shared/identity'
import { rate, type Rating } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnTicket, type TicketActAnswer } from './act-on-ticket'

/** The reporter says how it was. @throws what `rate` does */
export class RateTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, input: { readonly ticketId: string; readonly rating: Rating }): Promise<TicketActAnswer> {
    return actOnTicket(this.unitOfWork, this.ids, {
      viewer,
      ticketId: input.ticketId,
      decide: (actor, ticket, now) => rate(actor, ticket, input.rating, now),
      words: null,
    })
  }
}
