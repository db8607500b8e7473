import { isToBePublished, type ContentCheck, type TicketFact } from '@huiying/shared/tickets'
import type { Work } from '../../../platform/database/work'
import { messageTable, type TicketMessage } from '../message.table'
import { findTickets, type FoundTicket } from '../ticket-rows'
import { ticketTable, type KeptAttachments } from '../ticket.table'
import { contentCheckTable } from './content-check.table'

/** A check with what it is about, as it is now and as nobody else changes it meanwhile. */
export interface CheckInHand {
  readonly check: ContentCheck
  readonly found: FoundTicket
  /** `null`: it is about the ticket itself. */
  readonly message: TicketMessage | null
}

/** Locks the ticket first, as every act does; `null`: nothing waits under that id. */
export async function checkInHand(work: Work, { id, ticketId }: Pick<ContentCheck, 'id' | 'ticketId'>): Promise<CheckInHand | null> {
  const [found] = await findTickets(work, [ticketId])
  const check = await work.findOne(contentCheckTable, { id }, { lock: true })
  if (found === undefined || check === null) return null
  const message = check.messageId === null ? null : await work.findOne(messageTable, { id: check.messageId })
  return { check, found, message }
}

/**
 * Writes what follows from a verdict. What passes by itself leaves nothing behind but what all may see now; what a
 * person decided stays on record; what was taken back meanwhile is dropped.
 */
export function settleCheck(work: Work, hand: CheckInHand, next: ContentCheck | 'open'): void {
  const { check, found } = hand
  const isGone = !isToBePublished(found.ticket) || (check.messageId !== null && hand.message === null)
  if (isGone || next === 'open') work.delete(contentCheckTable, { id: check.id })
  else work.update(contentCheckTable, next)
  if (isGone) return
  if (next === 'open' || next.state === 'open') open(work, hand)
  const facts = next === 'open' ? [] : heldFacts(check, next)
  if (facts.length > 0) work.record(null, facts)
}

function heldFacts(before: ContentCheck, { state, why, ticketId, id: checkId }: ContentCheck): readonly TicketFact[] {
  if (state !== 'held' || before.state === 'held' || why === null) return []
  return [{ type: 'ticket.publication-held', ticketId, checkId, why }]
}

function open(work: Work, { check, found: { stored }, message }: CheckInHand): void {
  const opened = <Row extends KeptAttachments & { readonly publishedAt: number | null }>(row: Row): Row =>
    check.kind === 'words'
      ? { ...row, publishedAt: row.publishedAt ?? work.now }
      : { ...row, openFileIds: [...new Set([...(row.openFileIds ?? []), check.id])] }
  if (message !== null) work.update(messageTable, opened(message))
  else work.update(ticketTable, opened(stored), { expectedVersion: stored.version })
}
