import { advance } from '@huiying/shared/tickets'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { TicketRepository, type TicketChange } from './ticket.repository'

/** A due timer comes back as time passing: the ticket is brought up to now by the rule that every act runs through, too. */
export async function fireTicketTimers(work: Work, ids: Ids, ticketIds: readonly string[]): Promise<void> {
  const tickets = new TicketRepository(work, ids)
  // In one order for every server, so that two never wait for each other.
  const changes: TicketChange[] = []
  for (const ticketId of [...new Set(ticketIds)].sort()) {
    const loaded = await tickets.load(ticketId)
    if (loaded !== null) changes.push({ loaded, ...advance(loaded.ticket, work.now), by: null })
  }
  const store = await tickets.prepare(...changes)
  store()
}
