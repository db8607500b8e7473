import { isOpenPart } from '@huiying/shared/tickets'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { partTable } from './ways.table'

const PARTS = partTable.some('ticketId', 'unitId', 'closedAt', 'isExcused')

/** By ticket, the departments that are still at it, in the order of their calls. */
export async function unitsStillAtIt(
  reads: Reads, ticketIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ticketIds.length === 0) return new Map()
  const rows = await reads.query<RawRow>(
    `SELECT ${PARTS.columnListOf('p')} FROM ticket_parts p WHERE p.ticket_id IN (${placeholders(ticketIds.length)})
     ORDER BY p.ticket_id, p.id`,
    ticketIds,
  )
  const atWork = new Map<string, string[]>()
  for (const { ticketId, unitId } of rows.map(PARTS.fromRaw).filter(isOpenPart)) {
    atWork.set(ticketId, [...(atWork.get(ticketId) ?? []), unitId])
  }
  return atWork
}
