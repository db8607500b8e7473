import type { Viewer } from '@huiying/shared/identity'
import { decideExtension } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnTicket, type TicketActAnswer } from './act-on-ticket'
import { NO_FILES } from './ticket.table'

export interface DecideExtensionInput {
  readonly ticketId: string
  readonly extensionId: string
  readonly isGranted: boolean
  readonly text: string | null
}

/** Granted, the promise is the deadline. @throws what `decideExtension` does */
export class DecideExtension {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { ticketId, extensionId, isGranted, text }: DecideExtensionInput): Promise<TicketActAnswer> {
    return actOnTicket(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      decide: (actor, ticket, now, messageId) => {
        const words = text === null ? null : { messageId, text, hasVoice: false }
        return decideExtension(actor, ticket, { extensionId, isGranted, words }, now)
      },
      words: text === null ? null : { text, ...NO_FILES, side: 'handler', kind: 'ruling' },
    })
  }
}
