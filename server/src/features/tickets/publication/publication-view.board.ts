import { isToBePublished, type PublicationView, type Ticket, type TicketRole } from '@huiying/shared/tickets'
import type { Reads } from '../../../platform/database/reads'

/** Where the matter stands before the village, for whoever reads it by another right; `null`: never to be there. */
export async function publicationOf(reads: Reads, role: TicketRole, ticket: Ticket): Promise<PublicationView | null> {
  if (role === 'neighbour' || !isToBePublished(ticket)) return null
  if (ticket.publishedAt !== null) return 'open'
  const decided = await reads.query(
    "SELECT id FROM content_checks WHERE id = ? AND state = 'withheld'", [ticket.id],
  )
  return decided.length > 0 ? 'withheld' : 'waiting'
}
