import type { Viewer } from '@huiying/shared/identity'
import { transfer } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import type { TicketActAnswer } from './act-on-ticket'
import { actWithReason, type ReasonInput } from './act-with-reason'
import { destinationOf } from './ways-ground'

export interface TransferInput extends ReasonInput {
  readonly toUnitId: string
}

/** @throws what `transfer` does */
export class TransferTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, input: TransferInput): Promise<TicketActAnswer> {
    return actWithReason(this.unitOfWork, this.ids, viewer, input, {
      kind: 'transfer',
      ground: (work, ticket) => destinationOf(work, ticket, input.toUnitId),
      decide: (actor, ticket, words, now, destination) => transfer(actor, ticket, destination, words, now),
    })
  }
}
