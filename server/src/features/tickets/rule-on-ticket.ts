import type { Viewer } from '@huiying/shared/identity'
import { rule } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import type { TicketActAnswer } from './act-on-ticket'
import { actWithReason, type ReasonInput } from './act-with-reason'
import { destinationOf } from './ways-ground'

export interface RulingInput extends ReasonInput {
  readonly isUpheld: boolean | null
  readonly toUnitId: string | null
}

/** The sub-district decides who is to do it. @throws what `rule` does */
export class RuleOnTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, input: RulingInput): Promise<TicketActAnswer> {
    const { isUpheld, toUnitId } = input
    return actWithReason(this.unitOfWork, this.ids, viewer, input, {
      kind: 'ruling',
      ground: async (work, ticket) => (toUnitId === null ? null : destinationOf(work, ticket, toUnitId)),
      decide: (actor, ticket, words, now, destination) => rule(actor, ticket, { isUpheld, destination }, words, now),
    })
  }
}
