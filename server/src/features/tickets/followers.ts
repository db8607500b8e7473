import { excerpt, maskNumbersIn } from '@huiying/shared/kernel'
import type { Work } from '../../platform/database/work'
import { ticketTable } from './ticket.table'
import { followerTable } from './ways.table'

/** Somebody who hears of a ticket that is not his. */
export interface FollowerInBrief {
  readonly personId: string
  /** His own one, which was merged into it; `null`: he met it too. */
  readonly ownTicketId: string | null
  /** Of his own words; `null`: he has said none. */
  readonly excerpt: string | null
}

const EXCERPT_LENGTH = 20

export async function followersOf(work: Work, ticketId: string): Promise<readonly FollowerInBrief[]> {
  const rows = await work.find(followerTable, { ticketId }, { orderBy: { personId: 'asc' } })
  if (rows.length === 0) return []
  const own = await work.find(ticketTable, { mergedIntoId: ticketId })
  return rows.map(({ personId, fromTicketId }) => {
    const text = own.find(({ id }) => id === fromTicketId)?.text ?? null
    return {
      personId,
      ownTicketId: text === null ? null : fromTicketId,
      excerpt: text === null ? null : excerpt(maskNumbersIn(text), EXCERPT_LENGTH),
    }
  })
}
