import type { Work } from '../../platform/database/work'

/** "Your matter is done" says whose it was; what those were told who handled it stays. */
export function forgetToldOf(work: Work, ticketId: string, reporterId: string): void {
  work.write('DELETE FROM notices WHERE person_id = ? AND ticket_id = ?', [reporterId, ticketId])
}
