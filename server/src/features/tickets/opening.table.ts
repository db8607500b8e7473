import type { EpochMs } from '@huiying/shared/kernel'
import { id, instant } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** A read receipt 已阅: a handler's first opening of a ticket. */
export interface Opening {
  readonly ticketId: string
  readonly personId: string
  readonly at: EpochMs
}

export const openingTable = defineTable<Opening>({
  name: 'ticket_openings',
  columns: { ticketId: id(), personId: id(), at: instant() },
  primaryKey: ['ticketId', 'personId'],
})
