import type { Work } from '../../platform/database/work'

/** The resident's own words go with him; what they counted for stays. */
export function forgetSaidWhenCalled(work: Work, ticketId: string): void {
  work.write('UPDATE callbacks SET words = NULL WHERE ticket_id = ?', [ticketId])
}
