import { advance } from '@huiying/shared/tickets'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { TicketRepository } from './ticket.repository'

/**
 * A due timer comes back as time passing: the ticket is brought up to now by the rule that every act runs through, too.
 */
export async function fireTicketTimers(work: Work, ids: Ids, ticketIds: readonly string[]): Promise<void> {
  const tickets = new TicketRepository(work, ids)
  const loaded = await tickets.loadAll([...new Set(ticketIds)])
  const store = await tickets.prepare(
    ...loaded.map((one) => ({ loaded: one, ...advance(one.ticket, work.now), by: null })),
  )
  store()
}
