import type { Viewer } from '@huiying/shared/identity'
import { reviewPart } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnPart } from './act-on-part'

export interface ReviewPartInput {
  readonly ticketId: string
  readonly partId: string
  readonly isExcused: boolean
  readonly text: string
}

/** The leader lets a department go, or has it come after all. @throws what `reviewPart` does */
export class ReviewPart {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { ticketId, partId, ...review }: ReviewPartInput): Promise<{ readonly ticketId: string }> {
    return actOnPart(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      decide: async (work, actor, ticket) => {
        const messageId = this.ids.next()
        const messages = [{ id: messageId, kind: 'review' as const, text: review.text }]
        return { ...reviewPart(actor, ticket, partId, { ...review, messageId }, work.now), messages }
      },
    })
  }
}
