import type { Viewer } from '@huiying/shared/identity'
import { write } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnTicket, type SpokenInput, type TicketActAnswer } from './act-on-ticket'

export interface WriteInput extends SpokenInput {
  readonly ticketId: string
}

/** The reporter adds something. @throws what `write` does, file.not-found */
export class WriteOnTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { ticketId, ...spoken }: WriteInput): Promise<TicketActAnswer> {
    const hasVoice = spoken.voiceId !== null
    return actOnTicket(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      decide: (actor, ticket, now, messageId) => write(actor, ticket, { messageId, text: spoken.text, hasVoice }, now),
      words: { ...spoken, side: 'reporter', kind: 'message' },
    })
  }
}
