import type { EpochMs } from '@huiying/shared/kernel'
import { isOpenPart, isUndecided, type InboxRow, type TicketRow } from '@huiying/shared/tickets'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { extensionTable, partTable } from './ways.table'

export type Waits = Pick<InboxRow, 'asksMoreTime' | 'openParts'>

const WISHES = extensionTable.some('ticketId', 'cycle', 'decidedAt', 'fromDueAt')
const PARTS = partTable.some('ticketId', 'closedAt', 'isExcused')

/** What others have still to do: the sub-district with a wish for more time, departments with their parts. */
export async function waitsOf(
  reads: Reads, rows: readonly TicketRow[], now: EpochMs,
): Promise<(row: TicketRow) => Waits> {
  if (rows.length === 0) return () => ({ asksMoreTime: false, openParts: 0 })
  const ids = [...new Set(rows.map(({ id }) => id))]
  const these = placeholders(ids.length)
  const [wishes, parts] = await Promise.all([
    reads.query<RawRow>(`SELECT ${WISHES.columnListOf('e')} FROM ticket_extensions e WHERE e.ticket_id IN (${these})`, ids),
    reads.query<RawRow>(`SELECT ${PARTS.columnListOf('p')} FROM ticket_parts p WHERE p.ticket_id IN (${these})`, ids),
  ])
  const asked = wishes.map(WISHES.fromRaw)
  const owed = parts.map(PARTS.fromRaw).filter(isOpenPart)
  return ({ id, cycleNumber }) => ({
    asksMoreTime: asked.some((one) => one.ticketId === id && isUndecided(one, cycleNumber, now)),
    openParts: owed.filter(({ ticketId }) => ticketId === id).length,
  })
}
