import { excerpt, maskNumbersIn } from '@huiying/shared/kernel'
import type { Ticket } from '@huiying/shared/tickets'
import type { Work } from '../../platform/database/work'
import { lookTable } from './look.table'
import { orderTable } from './order.table'
import { findTickets } from './ticket-rows'

export { knowable, type Condition } from './knowable'
export { releaseMerged } from './come-apart'
export { followersOf, type FollowerInBrief } from './followers'
export { askToPublish } from './publication/ask-to-publish'
export { readTicket } from './ticket-rows'
export { reroutedAt, unansweredOf, type UnansweredTicket } from './unanswered'

const EXCERPT_LENGTH = 20
/** What stands for words that are not to light up on a phone that lies on somebody's table. */
const KEPT_WORDS = '保密的事'

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
  const [found] = await findTickets(work, [ticketId])
  if (found === undefined) throw new Error(`the journal names a ticket that is not there: ${ticketId}`)
  // All of them, a handful: many tickets that are looked at together are one query.
  const orders = await work.find(orderTable, { ticketId }, { orderBy: { cycle: 'desc' } })
  return {
    ticket: found.ticket,
    excerpt: found.ticket.visibility === 'confidential' ? KEPT_WORDS : excerpt(maskNumbersIn(found.ticket.text), EXCERPT_LENGTH),
    orderNumber: orders[0]?.number ?? null,
  }
}

/** Locks it, as every act on it does; `null`: there is none. */
export async function ticketIfThere(work: Work, ticketId: string): Promise<Ticket | null> {
  const [found] = await findTickets(work, [ticketId])
  return found?.ticket ?? null
}

/** A look at the reporter's number: on record with its reason, and the reporter reads it. */
export function recordPhoneLook(work: Work, ticketId: string, personId: string, reason: string): void {
  work.insertIfAbsent(lookTable, { ticketId, personId, kind: 'phone', spanAt: work.now, at: work.now, reason })
  work.record(personId, [{ type: 'ticket.phone-viewed', ticketId, personId }])
}
