import type { EpochMs } from '@huiying/shared/kernel'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'

/** A grievance nobody has answered; whom it is with, the roster says. */
export interface UnansweredTicket {
  readonly id: string
  readonly villageId: string
  readonly addresseeId: string | null
  readonly submittedAt: EpochMs
  readonly responseDueAt: EpochMs
}

interface UnansweredRow {
  readonly id: string
  readonly village_id: string
  readonly addressee_id: string | null
  readonly submitted_at: number
  readonly response_due_at: number
}

/** What the villages have not answered yet; whatever is due first comes first. */
export async function unansweredOf(reads: Reads, villageIds: readonly string[]): Promise<readonly UnansweredTicket[]> {
  const ids = [...new Set(villageIds)]
  if (ids.length === 0) return []
  const rows = await reads.query<UnansweredRow>(
    `SELECT id, village_id, addressee_id, submitted_at, response_due_at FROM tickets
     WHERE village_id IN (${placeholders(ids.length)}) AND status = ? AND holder_unit_id = village_id AND visibility <> 'confidential'
     ORDER BY response_due_at, id`,
    [...ids, 'submitted'],
  )
  return rows.map((row) => ({
    id: row.id,
    villageId: row.village_id,
    addresseeId: row.addressee_id,
    submittedAt: Number(row.submitted_at),
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
  const then = rows.filter(({ body }) => (JSON.parse(body) as { readonly at: EpochMs }).at === at)
  return new Set(then.map((row) => row.subject_id))
}
