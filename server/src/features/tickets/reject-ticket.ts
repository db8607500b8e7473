import type { Viewer } from '@huiying/shared/identity'
import { reject } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnTicket, type SpokenInput, type TicketActAnswer } from './act-on-ticket'

/** The reporter says that it is not settled. @throws what `reject` does, file.not-found */
export class RejectTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    viewer: Viewer,
    { ticketId, ...spoken }: SpokenInput & { readonly ticketId: string },
  ): Promise<TicketActAnswer> {
    const hasVoice = spoken.voiceId !== null
    return actOnTicket(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      decide: (actor, ticket, now, messageId) => reject(actor, ticket, { messageId, text: spoken.text, hasVoice }, now),
      words: { ...spoken, side: 'reporter', kind: 'rejection' },
    })
  }
}
