import { excerpt, maskNumbersIn } from '@huiying/shared/kernel'
import { KEPT_WORDS, type Ticket } from '@huiying/shared/tickets'
import type { Work } from '../../platform/database/work'
import { lookTable } from './look.table'
import { orderTable } from './order.table'
import { findTickets } from './ticket-rows'

export { knowable } from './knowable'
export { releaseMerged } from './come-apart'
export { followersOf, type FollowerInBrief } from './followers'
export { askToPublish } from './publication/ask-to-publish'
export { ticketsById } from './ticket-rows'
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

const known = new WeakMap<Work, ReadonlyMap<string, TicketInBrief>>()

/** Locks the ticket's row, so that two reactions about one ticket run one after the other. */
export async function ticketInBrief(work: Work, ticketId: string): Promise<TicketInBrief> {
  const brief = known.get(work)?.get(ticketId) ?? (await readInBrief(work, ticketId))
  if (brief === undefined) throw new Error(`the journal names a ticket that is not there: ${ticketId}`)
  return brief
}

/** For whoever asks for one of these through `work`, which has locked and stored them; nobody may change them after. */
export async function knowTickets(work: Work, tickets: readonly Ticket[]): Promise<void> {
  known.set(work, await inBrief(work, tickets))
}

/** The same for tickets that are only read here, and locked. */
export async function lockAndKnowTickets(work: Work, ticketIds: readonly string[]): Promise<void> {
  await knowTickets(work, (await findTickets(work, ticketIds)).map(({ ticket }) => ticket))
}

async function readInBrief(work: Work, ticketId: string): Promise<TicketInBrief | undefined> {
  const found = await findTickets(work, [ticketId])
  return (await inBrief(work, found.map(({ ticket }) => ticket))).get(ticketId)
}

async function inBrief(work: Work, tickets: readonly Ticket[]): Promise<ReadonlyMap<string, TicketInBrief>> {
  const ticketId = tickets.map(({ id }) => id)
  const orders = await work.find(orderTable, { ticketId }, { orderBy: { cycle: 'asc' } })
  const numbers = new Map(orders.map((order) => [order.ticketId, order.number]))
  return new Map(tickets.map((ticket) => [ticket.id, {
    ticket,
    excerpt: ticket.visibility === 'confidential' ? KEPT_WORDS : excerpt(maskNumbersIn(ticket.text), EXCERPT_LENGTH),
    orderNumber: numbers.get(ticket.id) ?? null,
  }]))
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
