import type { Viewer } from '@huiying/shared/identity'
import { refusePart, reportIn } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnPart } from './act-on-part'

export interface AnswerCallInput {
  readonly ticketId: string
  readonly partId: string
  /** Why the department won't come; `null`: it is there. */
  readonly refusal: string | null
}

/** A department reports in, or says why not. @throws what `reportIn` and `refusePart` do */
export class AnswerCall {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { ticketId, partId, refusal }: AnswerCallInput): Promise<{ readonly ticketId: string }> {
    return actOnPart(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      decide: async (work, actor, ticket) => {
        if (refusal === null) return { ...reportIn(actor, ticket, partId, work.now), messages: [] }
        const words = { messageId: this.ids.next(), text: refusal }
        const messages = [{ id: words.messageId, kind: 'refusal' as const, text: refusal }]
        return { ...refusePart(actor, ticket, partId, words, work.now), messages }
      },
    })
  }
}
