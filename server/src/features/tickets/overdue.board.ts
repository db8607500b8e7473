import { watchedSubDistrictOf, type PersonTag, type Viewer } from '@huiying/shared/identity'
import { DomainError, excerpt, HOUR_MS, type EpochMs } from '@huiying/shared/kernel'
import { holderAt } from '@huiying/shared/roster'
import type { BoardAnswer, BoardColumn, BoardRow } from '@huiying/shared/tickets'
import type { Scalar } from '../../platform/database/column'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { personTags } from '../identity/public'
import { villageDutiesOf } from '../roster/public'
import { unitOf } from '../villages/public'
import { knowable, type Condition } from './knowable'

const ROWS_PER_COLUMN = 100
const SOON_TO_CLOSE_MS = 4 * HOUR_MS

interface Column {
  readonly key: BoardColumn
  readonly dueColumn: 'response_due_at' | 'closure_due_at'
  readonly isAnswered: boolean
  /** Due in [from, to), as distances from now. */
  readonly fromMs: number | null
  readonly toMs: number
}

const COLUMNS: readonly Column[] = [
  { key: 'response-overdue', dueColumn: 'response_due_at', isAnswered: false, fromMs: null, toMs: 0 },
  { key: 'closure-overdue', dueColumn: 'closure_due_at', isAnswered: true, fromMs: null, toMs: 0 },
  { key: 'response-soon', dueColumn: 'response_due_at', isAnswered: false, fromMs: 0, toMs: HOUR_MS },
  { key: 'closure-soon', dueColumn: 'closure_due_at', isAnswered: true, fromMs: 0, toMs: SOON_TO_CLOSE_MS },
]

interface FoundRow {
  readonly id: string
  readonly village_id: string
  readonly village_name: string
  readonly visibility: string
  readonly text: string
  readonly voice_id: string | null
  readonly submitted_at: number
  readonly due_at: number
  readonly addressee_id: string | null
  readonly responded_by: string | null
  readonly order_number: string | null
  readonly order_count: number | null
  readonly holder_unit_id: string
  readonly holder_name: string
  readonly is_held_above: number
  readonly is_read: number
  readonly asks_for_time: number
}

/** Everything late in the sub-district, and what will be soon. @throws session.forbidden for whoever watches none */
export async function overdueBoard(reads: Reads, viewer: Viewer, now: EpochMs): Promise<BoardAnswer> {
  const subDistrictId = watchedSubDistrictOf(viewer)
  const unit = subDistrictId === null ? null : await unitOf(reads, subDistrictId)
  if (subDistrictId === null || unit === null) throw new DomainError('session.forbidden')
  const [found, villages] = await Promise.all([
    Promise.all(COLUMNS.map((column) => columnOf(reads, subDistrictId, column, knowable(viewer), now))),
    villagesOf(reads, subDistrictId, now),
  ])
  const holders = await holdersOf(reads, found.flatMap(({ rows }) => rows), now)
  const columns = found.map(({ key, count, wallCount, rows }) =>
    ({ key, count, wallCount, rows: rows.map((row) => boardRowOf(row, holders.get(row.id), subDistrictId)) }))
  return { now, subDistrict: { id: unit.id, kind: unit.kind, name: unit.name }, columns, villages }
}

interface FoundColumn {
  readonly key: BoardColumn
  readonly count: number
  readonly wallCount: number
  readonly rows: readonly FoundRow[]
}

async function columnOf(
  reads: Reads,
  subDistrictId: string,
  column: Column,
  known: Condition,
  now: EpochMs,
): Promise<FoundColumn> {
  const { dueColumn } = column
  const condition = `t.sub_district_id = ? AND t.merged_into_id IS NULL AND t.status = ? AND t.${dueColumn} >= ? AND t.${dueColumn} < ? AND ${known.sql}`
  const status = column.isAnswered ? 'in-progress' : 'submitted'
  const span = [column.fromMs === null ? 0 : now + column.fromMs, now + column.toMs]
  const params = [subDistrictId, status, ...span, ...known.params]
  const rows = await reads.query<FoundRow>(
    `SELECT t.id, t.village_id, v.name AS village_name, t.visibility, t.text, t.voice_id, t.submitted_at,
       t.${dueColumn} AS due_at,
       t.addressee_id, t.responded_by, CASE WHEN h.kind = 'village' THEN 0 ELSE 1 END AS is_held_above,
       t.holder_unit_id, h.name AS holder_name,
       o.number AS order_number, c.order_count,
       EXISTS (SELECT 1 FROM ticket_openings s WHERE s.ticket_id = t.id) AS is_read,
       EXISTS (SELECT 1 FROM ticket_extensions e WHERE e.ticket_id = t.id AND e.cycle = c.number
         AND e.decided_at IS NULL AND e.from_due_at >= ?) AS asks_for_time
     FROM tickets t
     JOIN units v ON v.id = t.village_id
     JOIN units h ON h.id = t.holder_unit_id
     JOIN ticket_cycles c ON c.ticket_id = t.id AND c.closed_at IS NULL
     LEFT JOIN supervision_orders o ON o.ticket_id = t.id AND o.cycle = c.number
     WHERE ${condition} ORDER BY t.${dueColumn}, t.id LIMIT ?`,
    [now, ...params, ROWS_PER_COLUMN],
  )
  return { key: column.key, ...await countsOf(reads, rows, condition, params), rows }
}

/** Counts only what is more than is shown. */
async function countsOf(
  reads: Reads, shown: readonly FoundRow[], condition: string, params: readonly Scalar[],
): Promise<Pick<FoundColumn, 'count' | 'wallCount'>> {
  if (shown.length < ROWS_PER_COLUMN) {
    return { count: shown.length, wallCount: shown.filter((row) => row.visibility !== 'confidential').length }
  }
  const [counted] = await reads.query<{ readonly n: number; readonly on_wall: number }>(
    `SELECT COUNT(*) AS n, SUM(CASE WHEN t.visibility = 'confidential' THEN 0 ELSE 1 END) AS on_wall
     FROM tickets t WHERE ${condition}`, params,
  )
  return { count: Number(counted?.n ?? 0), wallCount: Number(counted?.on_wall ?? 0) }
}

function boardRowOf(row: FoundRow, holder: Holder | undefined, subDistrictId: string): BoardRow {
  return {
    id: row.id,
    villageId: row.village_id,
    villageName: row.village_name,
    isConfidential: row.visibility === 'confidential',
    words: excerpt(row.text, 80),
    hasVoice: row.voice_id !== null,
    submittedAt: Number(row.submitted_at),
    dueAt: Number(row.due_at),
    holder: holder?.tag ?? null,
    heldBySubDistrict: row.holder_unit_id === subDistrictId,
    holderUnitName: row.holder_unit_id === row.village_id ? null : row.holder_name,
    holderPhone: holder?.phone ?? null,
    orderNumber: row.order_number,
    orderCount: Number(row.order_count ?? 0),
    readBySomebody: Number(row.is_read) === 1,
    asksForTime: Number(row.asks_for_time) === 1,
  }
}

interface Holder {
  readonly tag: PersonTag | null
  readonly phone: string | null
}

/** Whom each ticket is with in its village: who answered, or as long as nobody has, whoever sits there now. */
async function holdersOf(reads: Reads, found: readonly FoundRow[], now: EpochMs): Promise<ReadonlyMap<string, Holder>> {
  const ofVillages = found.filter((row) => Number(row.is_held_above) === 0)
  const unanswered = ofVillages.filter((row) => row.responded_by === null)
  const unitIds = unanswered.map((row) => row.holder_unit_id)
  const duties = await villageDutiesOf(reads, unitIds, { fromAt: now, toAt: now + 1 })
  const holders = ofVillages.flatMap((row): readonly (readonly [string, string])[] => {
    const duty = duties.get(row.holder_unit_id)
    const addresseeId = row.holder_unit_id === row.village_id ? row.addressee_id : null
    const sitting = duty === undefined ? null : holderAt(duty, addresseeId, now)?.personId
    const personId = row.responded_by ?? sitting ?? null
    return personId === null ? [] : [[row.id, personId]]
  })
  const personIds = [...new Set(holders.map(([, personId]) => personId))]
  if (personIds.length === 0) return new Map()
  const tags = await personTags(reads, personIds, now)
  const phones = await reads.query<{ readonly id: string; readonly phone: string | null }>(
    `SELECT id, phone FROM people WHERE id IN (${placeholders(personIds.length)})`,
    personIds,
  )
  return new Map(holders.map(([ticketId, personId]) =>
    [ticketId, { tag: tags.get(personId) ?? null, phone: phones.find(({ id }) => id === personId)?.phone ?? null }]))
}

async function villagesOf(reads: Reads, subDistrictId: string, now: EpochMs): Promise<BoardAnswer['villages']> {
  const rows = await reads.query<{
    readonly id: string
    readonly name: string
    readonly open_count: number | null
    readonly late_count: number | null
    readonly soon_count: number | null
  }>(
    `SELECT v.id, v.name, o.open_count, o.late_count, o.soon_count FROM units v
     LEFT JOIN (
       SELECT t.village_id, COUNT(*) AS open_count,
         SUM(CASE WHEN t.closure_due_at < ? OR (t.responded_at IS NULL AND t.response_due_at < ?) THEN 1 ELSE 0 END) AS late_count,
         SUM(CASE
           WHEN t.status = 'submitted' AND t.response_due_at >= ? AND t.response_due_at < ? THEN 1
           WHEN t.status = 'in-progress' AND t.closure_due_at >= ? AND t.closure_due_at < ? THEN 1
           ELSE 0 END) AS soon_count
       FROM tickets t WHERE t.sub_district_id = ? AND t.merged_into_id IS NULL
         AND t.status IN ('submitted', 'in-progress') AND t.visibility <> 'confidential' GROUP BY t.village_id
     ) o ON o.village_id = v.id
     WHERE v.parent_id = ? AND v.kind = 'village'
     ORDER BY COALESCE(o.late_count, 0) DESC, COALESCE(o.open_count, 0) DESC, v.name`,
    [now, now, now, now + HOUR_MS, now, now + SOON_TO_CLOSE_MS, subDistrictId, subDistrictId],
  )
  return rows.map(({ id, name, open_count: open, late_count: late, soon_count: soon }) => ({
    village: { id, kind: 'village' as const, name },
    open: Number(open ?? 0),
    late: Number(late ?? 0),
    soon: Number(soon ?? 0),
  }))
}
