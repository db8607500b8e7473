import { checksWanted } from '@huiying/shared/tickets'
import { contentCheckTable } from '../features/tickets/publication/content-check.table'
import { ticketTable } from '../features/tickets/ticket.table'
import { letAllBeSeen } from './all-seen'
import type { Stage } from './stage'

/**
 * All that was said these nine days has been looked at but for one question of today, which the checker would rather
 * leave to a person: staff find it, the village does not, and whoever asked is answered all the same.
 */
export async function leaveOneHeld({ database: { unitOfWork }, workers }: Stage): Promise<void> {
  await letAllBeSeen(unitOfWork)
  await unitOfWork.run(async (work) => {
    const [found] = await work.query<{ readonly id: string }>(
      `SELECT t.id FROM tickets t WHERE t.visibility = 'village' AND t.status = 'in-progress' AND t.entry_id IS NULL
         AND t.merged_into_id IS NULL AND t.text <> '' AND t.kind = 'complaint'
         AND NOT EXISTS (SELECT 1 FROM ticket_followers f WHERE f.ticket_id = t.id)
       ORDER BY t.submitted_at DESC, t.id LIMIT 1`,
      [],
    )
    const ticket = found === undefined ? null : await work.findOne(ticketTable, { id: found.id })
    const [check] = ticket === null ? [] : checksWanted({ ...ticket, publishedAt: null }, [], ticket.submittedAt)
    if (ticket === null || check === undefined) return
    work.update(ticketTable, { ...ticket, publishedAt: null }, { expectedVersion: ticket.version })
    work.insert(contentCheckTable, { ...check, state: 'held', why: 'review', dueAt: null, heldAt: ticket.submittedAt })
    work.record(null, [{ type: 'ticket.publication-held', ticketId: ticket.id, checkId: check.id, why: 'review' }])
  })
  await workers.outbox.drain()
  // The notice of it is seen in the app; nothing of these days leaves the house.
  await unitOfWork.run(async (work) => {
    for (const table of ['text_deliveries', 'group_counts', 'deliveries']) work.write(`DELETE FROM ${table}`, [])
  })
}
