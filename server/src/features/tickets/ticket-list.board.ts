import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import { belongsTo, type Viewer } from '@huiying/shared/identity'
import { PAGE_SIZE, type TicketListAnswer } from '@huiying/shared/tickets'
import type { Scalar } from '../../platform/database/column'
import type { Reads } from '../../platform/database/reads'
import { IS_OPEN_TO_NEIGHBOURS, TICKET_ROW_SELECT, ticketRowOf } from './ticket-row'
import type { RawRow } from '../../platform/database/table'

/** What I have raised, the newest first. */
export async function myTickets(
  reads: Reads,
  viewer: Viewer,
  now: EpochMs,
  cursor: string | null,
): Promise<TicketListAnswer> {
  return page(reads, viewer, now, cursor, 't.reporter_id = ?', [viewer.personId], false)
}

/**
 * What the village talks about openly, as its people see it. @throws identity.village-not-found for whoever does not
 * belong there
 */
export async function villageTickets(
  reads: Reads,
  viewer: Viewer,
  now: EpochMs,
  villageId: string,
  cursor: string | null,
): Promise<TicketListAnswer> {
  if (!belongsTo(viewer, villageId)) throw new DomainError('identity.village-not-found')
  const where = `t.village_id = ? AND ${IS_OPEN_TO_NEIGHBOURS} AND t.merged_into_id IS NULL`
  return page(reads, viewer, now, cursor, where, [villageId], true)
}

async function page(
  reads: Reads,
  viewer: Viewer,
  now: EpochMs,
  cursor: string | null,
  where: string,
  params: readonly Scalar[],
  asNeighbour: boolean,
): Promise<TicketListAnswer> {
  // Ids are in the order of time, so the last one of a page is where the next begins.
  const after = cursor === null ? '' : ' AND t.id < ?'
  const found = await reads.query<RawRow>(
    `${TICKET_ROW_SELECT} WHERE ${where}${after} ORDER BY t.id DESC LIMIT ?`,
    [...params, ...(cursor === null ? [] : [cursor]), PAGE_SIZE + 1],
  )
  const rows = found.slice(0, PAGE_SIZE).map((raw) => ticketRowOf(raw, viewer.personId, asNeighbour))
  return { now, rows, nextCursor: found.length > PAGE_SIZE ? (rows[rows.length - 1]?.id ?? null) : null }
}
