import type { EpochMs } from '@huiying/shared/kernel'
import { isUndecided, type InboxRow, type TicketRow } from '@huiying/shared/tickets'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { unitsStillAtIt } from './open-parts.board'
import { extensionTable } from './ways.table'

export type Waits = Pick<InboxRow, 'asksMoreTime' | 'openParts'>

const WISHES = extensionTable.some('ticketId', 'cycle', 'decidedAt', 'fromDueAt')

/** What others have still to do: the sub-district with a wish for more time, departments with their parts. */
export async function waitsOf(
  reads: Reads, rows: readonly TicketRow[], now: EpochMs,
): Promise<(row: TicketRow) => Waits> {
  if (rows.length === 0) return () => ({ asksMoreTime: false, openParts: 0 })
  const ids = [...new Set(rows.map(({ id }) => id))]
  const [wishes, atWork] = await Promise.all([
    reads.query<RawRow>(
      `SELECT ${WISHES.columnListOf('e')} FROM ticket_extensions e WHERE e.ticket_id IN (${placeholders(ids.length)})`, ids,
    ),
    unitsStillAtIt(reads, ids),
  ])
  const asked = wishes.map(WISHES.fromRaw)
  return ({ id, cycleNumber }) => ({
    asksMoreTime: asked.some((one) => one.ticketId === id && isUndecided(one, cycleNumber, now)),
    openParts: atWork.get(id)?.length ?? 0,
  })
}
