import type { EpochMs } from '@huiying/shared/kernel'
import { jsonOf, placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'

/** A grievance nobody has answered; whom it is with, the roster says. */
export interface UnansweredTicket {
  readonly id: string
  /** That it is with; it may have been told another one. */
  readonly villageId: string
  readonly addresseeId: string | null
  /** When it was sent, or handed on to this village. */
  readonly heldSinceAt: EpochMs
  readonly responseDueAt: EpochMs
}

interface UnansweredRow {
  readonly id: string
  readonly village_id: string
  readonly addressee_id: string | null
  readonly holder_unit_id: string
  readonly held_since: number
  readonly response_due_at: number
}

/** What the villages have not answered yet; whatever is due first comes first. */
export async function unansweredOf(reads: Reads, villageIds: readonly string[]): Promise<readonly UnansweredTicket[]> {
  const ids = [...new Set(villageIds)]
  if (ids.length === 0) return []
  const rows = await reads.query<UnansweredRow>(
    `SELECT id, village_id, holder_unit_id, addressee_id, response_due_at,
       COALESCE((SELECT MAX(m.at) FROM ticket_moves m WHERE m.ticket_id = tickets.id), submitted_at) AS held_since
     FROM tickets
     WHERE holder_unit_id IN (${placeholders(ids.length)}) AND status = ? AND merged_into_id IS NULL
      AND visibility <> 'confidential'
     ORDER BY response_due_at, id`,
    [...ids, 'submitted'],
  )
  return rows.map((row) => ({
    id: row.id,
    villageId: row.holder_unit_id,
    addresseeId: row.holder_unit_id === row.village_id ? row.addressee_id : null,
    heldSinceAt: Number(row.held_since),
    responseDueAt: Number(row.response_due_at),
  }))
}

/** Which of the tickets are on record as having gone to somebody else at that instant. */
export async function reroutedAt(
  reads: Reads,
  ticketIds: readonly string[],
  at: EpochMs,
): Promise<ReadonlySet<string>> {
  const rows = await reads.query<{ readonly subject_id: string; readonly body: string }>(
    `SELECT subject_id, body FROM journal WHERE subject_id IN (${placeholders(ticketIds.length)}) AND type = ?`,
    [...ticketIds, 'ticket.rerouted'],
  )
  const then = rows.filter(({ body }) => jsonOf<{ readonly at: EpochMs }>(body).at === at)
  return new Set(then.map((row) => row.subject_id))
}
