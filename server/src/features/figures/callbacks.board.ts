import { callbackPolicyOn, type CallbackRow, type CallbacksAnswer } from '@huiying/shared/figures'
import { watchedSubDistrictOf, type Viewer } from '@huiying/shared/identity'
import { addDays, chinaDateOf, DomainError, excerpt, type EpochMs } from '@huiying/shared/kernel'
import type { ClosureOutcome, OnBehalfOf } from '@huiying/shared/tickets'
import { type Condition, jsonOf } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { knowable } from '../tickets/public'
import { unitOf } from '../villages/public'
import { callbackPoliciesOf } from './figures.board'
import { allOf } from './raised-within'

const MOST_ROWS = 100
const WORDS_IN_ROW = 120

interface FoundRow {
  readonly id: string
  readonly village_name: string
  readonly text: string
  readonly voice_id: string | null
  readonly submitted_at: number
  readonly closed_at: number
  readonly outcome: ClosureOutcome
  readonly reporter_name: string
  readonly on_behalf_of: string | null
  readonly missed_calls: number
  readonly is_own_work: number
}

/** Who was drawn and is closed, those that wait longest first. @throws request.not-found */
export async function callbacksOf(reads: Reads, viewer: Viewer, now: EpochMs): Promise<CallbacksAnswer> {
  const subDistrictId = watchedSubDistrictOf(viewer)
  const unit = subDistrictId === null ? null : await unitOf(reads, subDistrictId)
  if (subDistrictId === null || unit === null) throw new DomainError('request.not-found')
  const where = allOf(toBeCalled(subDistrictId), knowable(viewer))
  const [policies, [counted], rows] = await Promise.all([
    callbackPoliciesOf(reads, subDistrictId),
    reads.query<{ readonly n: number }>(
      `SELECT COUNT(*) AS n FROM callbacks k JOIN tickets t ON t.id = k.ticket_id WHERE ${where.sql}`, where.params,
    ),
    rowsOf(reads, viewer, where),
  ])
  const today = chinaDateOf(now)
  const share = (on: string): number => callbackPolicyOn(policies, subDistrictId, on).sharePermille
  return {
    now,
    subDistrict: { id: unit.id, kind: unit.kind, name: unit.name },
    sharePermille: share(today),
    nextSharePermille: share(addDays(today, 1)),
    mayChange: viewer.posts.some((post) => post.kind === 'staff' && post.subDistrictId === subDistrictId),
    count: Number(counted?.n ?? 0),
    rows,
  }
}

function toBeCalled(subDistrictId: string): Condition {
  return {
    sql: `k.sub_district_id = ? AND k.result IS NULL
      AND t.status IN ('closed', 'rated', 'unrated') AND t.merged_into_id IS NULL`,
    params: [subDistrictId],
  }
}

async function rowsOf(reads: Reads, viewer: Viewer, where: Condition): Promise<readonly CallbackRow[]> {
  const found = await reads.query<FoundRow>(
    `SELECT t.id, v.name AS village_name, t.text, t.voice_id, t.submitted_at, t.closed_at, c.outcome,
       p.name AS reporter_name, t.on_behalf_of, k.missed_calls,
       CASE WHEN t.responded_by = ? OR EXISTS (
         SELECT 1 FROM ticket_cycles o WHERE o.ticket_id = t.id AND o.closed_by = ?) THEN 1 ELSE 0 END AS is_own_work
     FROM callbacks k
     JOIN tickets t ON t.id = k.ticket_id
     JOIN ticket_cycles c ON c.ticket_id = t.id
       AND c.number = (SELECT MAX(m.number) FROM ticket_cycles m WHERE m.ticket_id = t.id)
     JOIN units v ON v.id = t.village_id
     JOIN people p ON p.id = t.reporter_id
     WHERE ${where.sql} ORDER BY t.closed_at, t.id LIMIT ?`,
    [viewer.personId, viewer.personId, ...where.params, MOST_ROWS],
  )
  return found.map((row) => {
    const other = row.on_behalf_of === null ? null : jsonOf<OnBehalfOf>(row.on_behalf_of)
    return {
      ticketId: row.id,
      villageName: row.village_name,
      words: excerpt(row.text, WORDS_IN_ROW),
      hasVoice: row.voice_id !== null,
      submittedAt: Number(row.submitted_at),
      closedAt: Number(row.closed_at),
      outcome: row.outcome,
      personName: other?.name ?? row.reporter_name,
      isSpokenFor: other !== null,
      missedCalls: Number(row.missed_calls),
      isOwnWork: Number(row.is_own_work) === 1,
    }
  })
}
