import type { Callback } from '@huiying/shared/figures'
import { DomainError } from '@huiying/shared/kernel'
import type { Ticket } from '@huiying/shared/tickets'
import type { Work } from '../../platform/database/work'
import { ticketIfThere } from '../tickets/public'
import { callbackTable } from './callback.table'

/** Locks the ticket first, as every act on it does. @throws figures.callback-not-found */
export async function callbackInHand(
  work: Work,
  ticketId: string,
): Promise<{ readonly ticket: Ticket; readonly callback: Callback }> {
  const ticket = await ticketIfThere(work, ticketId)
  const callback = await work.findOne(callbackTable, { ticketId })
  if (ticket === null || callback === null) throw new DomainError('figures.callback-not-found')
  return { ticket, callback }
}
