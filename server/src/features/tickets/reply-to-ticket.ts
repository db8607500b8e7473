import type { Viewer } from '@huiying/shared/identity'
import { reply } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnTicket, type SpokenInput, type TicketActAnswer } from './act-on-ticket'

export interface ReplyInput extends SpokenInput {
  readonly ticketId: string
  /** The text is the substance of a call that was made. */
  readonly byCall: boolean
}

/** A handler answers; the answer tells who was first. @throws what `reply` does, file.not-found */
export class ReplyToTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, input: ReplyInput): Promise<TicketActAnswer> {
    const { ticketId, byCall, ...spoken } = input
    const hasVoice = spoken.voiceId !== null
    return actOnTicket(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      decide: (actor, ticket, now, messageId) => reply(actor, ticket, { messageId, text: spoken.text, hasVoice }, now),
      words: { ...spoken, side: 'handler', kind: byCall ? 'call' : 'reply' },
    })
  }
}
