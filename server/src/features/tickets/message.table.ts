import type { EpochMs } from '@huiying/shared/kernel'
import type { MessageView } from '@huiying/shared/tickets'
import { bool, code, id, instant, json, longText, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'
import type { KeptAttachments } from './ticket.table'

/** Words that were added to a ticket. Never changed, never deleted; later read by more. */
export interface TicketMessage extends KeptAttachments {
  readonly id: string
  readonly ticketId: string
  readonly authorId: string
  readonly side: MessageView['side']
  readonly kind: MessageView['kind']
  readonly isResponse: boolean
  readonly text: string
  readonly at: EpochMs
  /** Since when those may read it, too, who only live there; `null`: not, or not yet. */
  readonly publishedAt: EpochMs | null
}

export const messageTable = defineTable<TicketMessage>({
  name: 'ticket_messages',
  columns: {
    id: id(),
    ticketId: id(),
    authorId: id(),
    side: code<TicketMessage['side']>(12),
    kind: code<TicketMessage['kind']>(12),
    isResponse: bool(),
    text: longText(),
    photoIds: json<readonly string[]>(),
    voiceId: nullable(id()),
    at: instant(),
    publishedAt: nullable(instant()),
    openFileIds: nullable(json<readonly string[]>()),
  },
  primaryKey: ['id'],
  indices: [['ticketId', 'id']],
})
