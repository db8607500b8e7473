import type { Viewer } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import { askExtension } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnTicket, type TicketActAnswer } from './act-on-ticket'
import { NO_FILES } from './ticket.table'

export interface AskExtensionInput {
  readonly ticketId: string
  readonly promisedAt: EpochMs
  readonly text: string
}

/** Asks for more time with an honest interim answer. @throws what `askExtension` does */
export class AskExtension {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { ticketId, promisedAt, text }: AskExtensionInput): Promise<TicketActAnswer> {
    return actOnTicket(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      decide: (actor, ticket, now, messageId) => {
        const words = { messageId, text, hasVoice: false }
        return askExtension(actor, ticket, { extensionId: messageId, promisedAt, words }, now)
      },
      words: { text, ...NO_FILES, side: 'handler', kind: 'extension' },
    })
  }
}
