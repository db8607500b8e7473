import type { Work } from '../../platform/database/work'

/**
 * What waits to be sent, or was: each by its notice, which goes last. A message whose notice is gone would be taken up
 * every minute and never end, and it carries the reporter's address at WeChat.
 */
const OF_NOTICES = ['deliveries', 'delivery_outcomes', 'text_deliveries', 'text_outcomes'] as const

/** "Your matter is done" says whose it was; what those were told who handled it stays. */
export function forgetToldOf(work: Work, ticketId: string, reporterId: string): void {
  const whose = 'person_id = ? AND ticket_id = ?'
  for (const table of OF_NOTICES) {
    work.write(
      `DELETE FROM ${table} WHERE notice_id IN (SELECT n.id FROM notices n WHERE ${whose})`, [reporterId, ticketId],
    )
  }
  work.write(`DELETE FROM notices WHERE ${whose}`, [reporterId, ticketId])
}
