import type { ClosureOutcome, Cycle, NotAcceptedReason, Rating } from '@huiying/shared/tickets'
import { bool, code, id, instant, int, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export interface StoredCycle extends Cycle {
  readonly ticketId: string
}

export const cycleTable = defineTable<StoredCycle>({
  name: 'ticket_cycles',
  columns: {
    ticketId: id(),
    number: int(),
    startedAt: instant(),
    closureDueAt: instant(),
    closureMissedAt: nullable(instant()),
    orderCount: int(),
    handOrders: nullable(int()),
    handOrderedAt: nullable(instant()),
    closedAt: nullable(instant()),
    closedBy: nullable(id()),
    outcome: nullable(code<ClosureOutcome>(16)),
    notAcceptedReason: nullable(code<NotAcceptedReason>(24)),
    rating: nullable(code<Rating>(20)),
    answeredAt: nullable(instant()),
    rejected: bool(),
  },
  primaryKey: ['ticketId', 'number'],
  checks: { ck_ticket_cycles_closed: '(closed_at IS NULL) = (outcome IS NULL)' },
})
