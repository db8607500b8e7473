import { checksWanted } from '@huiying/shared/tickets'
import type { Work } from '../../../platform/database/work'
import { messageTable } from '../message.table'
import { ticketTable } from '../ticket.table'
import { contentCheckTable } from './content-check.table'

/**
 * Reads what of a ticket is still to be looked at before all may see it, and gives back the writing of it. Locks
 * nothing: one that is there already stays as it is, and one too many ends at its first look.
 */
export async function askToPublish(work: Work, ticketId: string): Promise<() => void> {
  const { tickets, messages, decided } = await work.findTogether({
    tickets: { table: ticketTable, where: { id: ticketId } },
    messages: { table: messageTable, where: { ticketId } },
    decided: { table: contentCheckTable, where: { id: ticketId, state: 'withheld' } },
  })
  const [ticket] = tickets
  // Where nobody is to read the matter, nobody reads the answers: none of them is shown to a checker.
  const wanted = ticket === undefined || decided.length > 0 ? [] : checksWanted(ticket, messages, work.now)
  return () => {
    if (wanted.length > 0) work.insertIfAbsent(contentCheckTable, ...wanted)
  }
}
