import { belongsTo, type Viewer } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import { PAGE_SIZE, type FollowingAnswer, type TicketListAnswer } from '@huiying/shared/tickets'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { IS_OPEN_TO_NEIGHBOURS, TICKET_ROW_SELECT, ticketRowOf } from './ticket-row'

/** What somebody met too, as far as he still may read it, the newest first; his own merged ones are in his own list. */
export async function followedTickets(
  reads: Reads,
  viewer: Viewer,
  now: EpochMs,
  cursor: string | null,
): Promise<TicketListAnswer> {
  const found = await reads.query<RawRow & { readonly id: string; readonly village_id: string }>(
    `${TICKET_ROW_SELECT} JOIN ticket_followers mine ON mine.ticket_id = t.id AND mine.person_id = ?
     WHERE mine.from_ticket_id IS NULL AND ${IS_OPEN_TO_NEIGHBOURS}
     ${cursor === null ? '' : 'AND t.id < ?'} ORDER BY t.id DESC LIMIT ?`,
    [viewer.personId ?? '', ...(cursor === null ? [] : [cursor]), PAGE_SIZE + 1],
  )
  const page = found.slice(0, PAGE_SIZE)
  const last = page[page.length - 1]
  const rows = page
    .filter((raw) => belongsTo(viewer, raw.village_id))
    .map((raw) => ticketRowOf(raw, viewer.personId, true))
  return { now, rows, nextCursor: found.length > PAGE_SIZE && last !== undefined ? last.id : null }
}

export async function followingOf(reads: Reads, viewer: Viewer, ticketId: string): Promise<FollowingAnswer> {
  const rows = await reads.query<{ readonly person_id: string }>(
    'SELECT person_id FROM ticket_followers WHERE ticket_id = ?',
    [ticketId],
  )
  return { isFollowing: rows.some((row) => row.person_id === viewer.personId), followers: rows.length }
}
