import type { EpochMs } from '@huiying/shared/kernel'
import type { Extension, Move, MoveHow, Part } from '@huiying/shared/tickets'
import { bool, code, id, instant, int, named, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

interface OfTicket {
  readonly ticketId: string
}

export const moveTable = defineTable<Move & OfTicket>({
  name: 'ticket_moves',
  columns: {
    ticketId: id(), number: int(), how: code<MoveHow>(16), fromUnitId: id(), toUnitId: id(), at: instant(),
    by: named('by_person', id()),
    messageId: id(), objectedAt: nullable(instant()), objectedBy: nullable(id()), objectionMessageId: nullable(id()),
    ruledAt: nullable(instant()), ruledBy: nullable(id()), isUpheld: nullable(bool()),
  },
  primaryKey: ['ticketId', 'number'],
  indices: [['fromUnitId', 'ticketId']],
})

export const extensionTable = defineTable<Extension & OfTicket>({
  name: 'ticket_extensions',
  columns: {
    ticketId: id(), id: id(), cycle: int(), askedAt: instant(), askedBy: id(), messageId: id(), promisedAt: instant(),
    fromDueAt: instant(), decidedAt: nullable(instant()), decidedBy: nullable(id()), isGranted: nullable(bool()),
  },
  primaryKey: ['id'],
  indices: [['ticketId', 'id']],
})

export const partTable = defineTable<Part & OfTicket>({
  name: 'ticket_parts',
  columns: {
    ticketId: id(), id: id(), unitId: id(), calledAt: instant(), calledBy: id(), messageId: id(),
    reportDueAt: instant(), reportedAt: nullable(instant()), reportedBy: nullable(id()),
    reportMissedAt: nullable(instant()),
    refusedAt: nullable(instant()), refusedBy: nullable(id()), refusalMessageId: nullable(id()),
    reviewedAt: nullable(instant()), reviewedBy: nullable(id()), isExcused: nullable(bool()),
    closedAt: nullable(instant()), closedBy: nullable(id()), closureMessageId: nullable(id()),
  },
  primaryKey: ['id'],
  indices: [['ticketId', 'id'], ['unitId', 'closedAt', 'ticketId']],
})

/** Met it too (我也遇到), or was merged into it: hears of the outcome. */
export interface Follower extends OfTicket {
  readonly personId: string
  readonly at: EpochMs
  /** The ticket of his own that was merged into this one. */
  readonly fromTicketId: string | null
}

export const followerTable = defineTable<Follower>({
  name: 'ticket_followers',
  columns: { ticketId: id(), personId: id(), at: instant(), fromTicketId: nullable(id()) },
  primaryKey: ['ticketId', 'personId'],
  indices: [['personId', 'ticketId']],
})
