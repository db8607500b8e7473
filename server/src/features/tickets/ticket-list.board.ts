import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import { belongsTo, type Viewer } from '@huiying/shared/identity'
import { PAGE_SIZE, type TicketListAnswer } from '@huiying/shared/tickets'
import type { Scalar } from '../../platform/database/column'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { IS_OPEN_TO_NEIGHBOURS, ticketRowOf, ticketRowsBy } from './ticket-row'
import { REPORTER_PAGES, VILLAGE_PAGES } from './ticket.table'

const OF_REPORTER = `${ticketRowsBy(REPORTER_PAGES)} WHERE t.reporter_id = ?`
const OF_VILLAGE = `${ticketRowsBy(VILLAGE_PAGES)} WHERE t.village_id = ? AND ${IS_OPEN_TO_NEIGHBOURS}
  AND t.merged_into_id IS NULL`

/** What I have raised, the newest first. */
export async function myTickets(
  reads: Reads,
  viewer: Viewer,
  now: EpochMs,
  cursor: string | null,
): Promise<TicketListAnswer> {
  return page(reads, viewer, now, cursor, OF_REPORTER, [viewer.personId], false)
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
  return page(reads, viewer, now, cursor, OF_VILLAGE, [villageId], true)
}

async function page(
  reads: Reads,
  viewer: Viewer,
  now: EpochMs,
  cursor: string | null,
  selected: string,
  params: readonly Scalar[],
  asNeighbour: boolean,
): Promise<TicketListAnswer> {
  // Ids are in the order of time, so the last one of a page is where the next begins.
  const after = cursor === null ? '' : ' AND t.id < ?'
  const found = await reads.query<RawRow>(
    `${selected}${after} ORDER BY t.id DESC LIMIT ?`,
    [...params, ...(cursor === null ? [] : [cursor]), PAGE_SIZE + 1],
  )
  const rows = found.slice(0, PAGE_SIZE).map((raw) => ticketRowOf(raw, viewer.personId, asNeighbour))
  return { now, rows, nextCursor: found.length > PAGE_SIZE ? (rows[rows.length - 1]?.id ?? null) : null }
}
