import type { EpochMs } from '@huiying/shared/kernel'
import type { Ladder, NoticeKind } from '@huiying/shared/notifications'
import { code, id, instant, int } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** Facts that somebody must be reached with, until somebody is. */
export const ladderTable = defineTable<Ladder>({
  name: 'ladders',
  columns: {
    factId: id(), ticketId: id(), kind: code<NoticeKind>(32), step: int(), startedAt: instant(), dueAt: instant(),
  },
  primaryKey: ['factId'],
  indices: [['dueAt', 'factId']],
})

/** Nobody was reached with the fact. It stands on staff's list until somebody opens or answers the matter. */
export interface Undeliverable {
  readonly factId: string
  readonly ticketId: string
  readonly kind: NoticeKind
  /** When the first notice of it was written. */
  readonly sinceAt: EpochMs
  readonly at: EpochMs
}

export const undeliverableTable = defineTable<Undeliverable>({
  name: 'undeliverables',
  columns: { factId: id(), ticketId: id(), kind: code<NoticeKind>(32), sinceAt: instant(), at: instant() },
  primaryKey: ['factId'],
  indices: [['ticketId', 'at']],
})
