import { MINUTE_MS } from '@huiying/shared/kernel'
import { ClimbLadders } from '../features/notifications/climb-ladders'
import type { Stage } from './stage'

/** Old enough that its ladder can be at its end, young enough that it still matters. */
const AGE_MS = { from: 10 * MINUTE_MS, to: 30 * MINUTE_MS }

/**
 * One matter of this half-hour of which nobody on duty could be told, as staff find it. All other phones of the demo
 * take what they are sent, though nothing was sent while the days were played.
 */
export async function leaveOneUnheard({ database, now, workers }: Stage): Promise<void> {
  const { unitOfWork, ids } = database
  const ladders = new ClimbLadders(unitOfWork, ids)
  await unitOfWork.run(async (work) => {
    const [unheard] = await work.query<{ readonly id: string }>(
      `SELECT t.id FROM tickets t WHERE t.status = 'submitted' AND t.visibility <> 'confidential' AND t.entry_id IS NULL
         AND t.submitted_at > ? AND t.submitted_at <= ?
         AND NOT EXISTS (SELECT 1 FROM ticket_openings o WHERE o.ticket_id = t.id) ORDER BY t.submitted_at, t.id LIMIT 1`,
      [now - AGE_MS.to, now - AGE_MS.from],
    )
    work.write('DELETE FROM ladders WHERE ticket_id <> ?', [unheard?.id ?? ''])
  })
  // The others of the committee, then staff.
  for (const _rung of [1, 2]) {
    await unitOfWork.run(async (work) => work.write('UPDATE ladders SET due_at = ?', [now]))
    await ladders.runOnce()
  }
  await workers.outbox.drain()
  // Nothing of nine days past leaves the house when the server starts.
  await unitOfWork.run(async (work) => {
    for (const table of ['text_deliveries', 'group_counts', 'deliveries']) work.write(`DELETE FROM ${table}`, [])
  })
}
