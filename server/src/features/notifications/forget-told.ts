import { placeholders } from '../../platform/database/own-sql'
import type { Work } from '../../platform/database/work'

/**
 * What waits to be sent, or was: each by its notice, which goes last. A message whose notice is gone would be taken up
 * every minute and never end, and it carries the reporter's address at WeChat.
 */
const OF_NOTICES = ['delivery_outcomes', 'text_deliveries', 'text_outcomes'] as const

/**
 * "Your matter is done" says whose it was; what those were told who handled it stays. The notices are read first: a
 * DELETE with a SELECT within goes through every delivery of the county on MariaDB, and locks them.
 */
export async function forgetToldOf(work: Work, ticketId: string, reporterId: string): Promise<void> {
  const idsOf = async (sql: string, params: readonly string[]): Promise<readonly string[]> =>
    (await work.query<{ readonly id: string }>(sql, params)).map(({ id }) => id)
  const ids = await idsOf('SELECT id FROM notices WHERE person_id = ? AND ticket_id = ?', [reporterId, ticketId])
  if (ids.length === 0) return
  // By their own ids: no index leads from a notice to what waits, and others wait there, too.
  const waiting = await idsOf(`SELECT id FROM deliveries WHERE notice_id IN (${placeholders(ids.length)})`, ids)
  if (waiting.length > 0) work.write(`DELETE FROM deliveries WHERE id IN (${placeholders(waiting.length)})`, waiting)
  for (const table of OF_NOTICES) {
    work.write(`DELETE FROM ${table} WHERE notice_id IN (${placeholders(ids.length)})`, ids)
  }
  work.write(`DELETE FROM notices WHERE id IN (${placeholders(ids.length)})`, ids)
}
