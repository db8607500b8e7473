import { excerpt, maskNumbersIn } from '@huiying/shared/kernel'
import type { Ticket } from '@huiying/shared/tickets'
import type { Work } from '../../platform/database/work'
import { cycleTable } from './cycle.table'
import { orderTable } from './order.table'
import { ticketTable } from './ticket.table'

export { reroutedAt, unansweredOf, type UnansweredTicket } from './unanswered'

const EXCERPT_LENGTH = 20

/** A ticket as it is now, for whoever tells somebody about it. */
export interface TicketInBrief {
  readonly ticket: Ticket
  /**
   * The reporter's own words, at most 20 characters; empty for a spoken ticket. They leave the house through WeChat, so
   * numbers are masked.
   */
  readonly excerpt: string
  readonly orderNumber: string | null
}

/** Locks the ticket's row, so that two reactions about one ticket run one after the other. */
export async function ticketInBrief(work: Work, ticketId: string): Promise<TicketInBrief> {
  const stored = await work.findOne(ticketTable, { id: ticketId }, { lock: true })
  if (stored === null) throw new Error(`the journal names a ticket that is not there: ${ticketId}`)
  const cycles = await work.find(cycleTable, { ticketId }, { orderBy: { number: 'asc' } })
  const orders = await work.find(orderTable, { ticketId }, { orderBy: { cycle: 'desc' }, limit: 1 })
  return {
    ticket: { ...stored, cycles },
    excerpt: excerpt(maskNumbersIn(stored.text), EXCERPT_LENGTH),
    orderNumber: orders[0]?.number ?? null,
  }
}
