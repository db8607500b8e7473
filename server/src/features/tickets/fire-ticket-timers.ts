import { advance, type Ticket } from '@huiying/shared/tickets'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { TicketRepository } from './ticket.repository'

/**
 * A due timer comes back as time passing: the ticket is brought up to now by the rule that every act runs through, too.
 * @returns the tickets as they are from then on
 */
export async function fireTicketTimers(work: Work, ids: Ids, ticketIds: readonly string[]): Promise<readonly Ticket[]> {
  const tickets = new TicketRepository(work, ids)
  const loaded = await tickets.loadAll([...new Set(ticketIds)])
  const changes = loaded.map((one) => ({ loaded: one, ...advance(one.ticket, work.now), by: null }))
  const store = await tickets.prepare(...changes)
  store()
  return changes.map(({ next }) => next)
}
