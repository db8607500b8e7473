import type { Viewer } from '@huiying/shared/identity'
import { close, type ClosureOutcome, type NotAcceptedReason } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnTicket, type SpokenInput, type TicketActAnswer } from './act-on-ticket'

export interface CloseInput extends SpokenInput {
  readonly ticketId: string
  readonly outcome: ClosureOutcome
  readonly reason: NotAcceptedReason | null
}

/** A handler says what was done. @throws what `close` does, file.not-found */
export class CloseTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { ticketId, outcome, reason, ...spoken }: CloseInput): Promise<TicketActAnswer> {
    const hasVoice = spoken.voiceId !== null
    return actOnTicket(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      decide: (actor, ticket, now, messageId) =>
        close(actor, ticket, { messageId, text: spoken.text, hasVoice, outcome, reason }, now),
      words: { ...spoken, side: 'handler', kind: 'closure' },
    })
  }
}
