import type { Viewer } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import { askExtension } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import type { TicketActAnswer } from './act-on-ticket'
import { actWithReason, noGround, type ReasonInput } from './act-with-reason'

export interface AskExtensionInput extends ReasonInput {
  readonly promisedAt: EpochMs
}

/** Asks for more time with an honest interim answer. @throws what `askExtension` does */
export class AskExtension {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, input: AskExtensionInput): Promise<TicketActAnswer> {
    const { promisedAt } = input
    return actWithReason(this.unitOfWork, this.ids, viewer, input, {
      kind: 'extension',
      ground: noGround,
      decide: (actor, ticket, words, now) =>
        askExtension(actor, ticket, { extensionId: words.messageId, promisedAt, words }, now),
    })
  }
}
