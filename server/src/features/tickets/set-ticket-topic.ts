import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { setTopic } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnGround, type TicketActAnswer } from './act-on-ticket'
import { topicOf } from './ways-ground'

export interface SetTicketTopicInput {
  readonly ticketId: string
  readonly topicId: string | null
}

/** A handler says what it is about. @throws what `setTopic` does */
export class SetTicketTopic {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { ticketId, topicId }: SetTicketTopicInput): Promise<TicketActAnswer> {
    return actOnGround(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      ground: async (work) => {
        const topic = topicId === null ? null : await topicOf(work, topicId)
        if (topicId !== null && topic === null) throw new DomainError('ticket.topic-not-found')
        return topic
      },
      decide: (actor, ticket, now, _messageId, topic) => setTopic(actor, ticket, topic, now),
      words: null,
    })
  }
}
