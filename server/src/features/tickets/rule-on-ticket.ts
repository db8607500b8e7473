import type { Viewer } from '@huiying/shared/identity'
import { rule } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnGround, type TicketActAnswer } from './act-on-ticket'
import { NO_FILES } from './ticket.table'
import { destinationOf } from './ways-ground'

export interface RulingInput {
  readonly ticketId: string
  readonly isUpheld: boolean | null
  readonly toUnitId: string | null
  readonly text: string
}

/** The sub-district decides who is to do it. @throws what `rule` does */
export class RuleOnTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { ticketId, isUpheld, toUnitId, text }: RulingInput): Promise<TicketActAnswer> {
    return actOnGround(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      ground: async (work, ticket) => (toUnitId === null ? null : destinationOf(work, ticket, toUnitId)),
      decide: (actor, ticket, now, messageId, destination) =>
        rule(actor, ticket, { isUpheld, destination }, { messageId, text, hasVoice: false }, now),
      words: { text, ...NO_FILES, side: 'handler', kind: 'ruling' },
    })
  }
}
