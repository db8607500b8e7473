import { compareText, excerpt, type EpochMs } from '@huiying/shared/kernel'
import type { BoardAnswer, LatePartRow } from '@huiying/shared/tickets'
import type { Reads } from '../../platform/database/reads'
import type { TaggedPerson } from '../identity/public'

const ROWS = 100
const EXCERPT_LENGTH = 80

/**
 * What `partStateOf` calls late, of the sub-district's running matters, with the first of each department's officers.
 * By way of the departments: hundreds of tickets run, and few of them are whistled for. In no order: where the database
 * sorts, words go through a file.
 */
const LATE_PARTS = `SELECT p.id, p.ticket_id, p.called_at, p.report_due_at, d.name AS department_name, t.village_id,
    t.text, t.voice_id, (SELECT v.name FROM units v WHERE v.id = t.village_id) AS village_name,
    (SELECT m.text FROM ticket_messages m WHERE m.id = p.message_id) AS task,
    (SELECT o.person_id FROM posts o WHERE o.unit_id = d.id AND o.kind = 'officer' AND o.from_at <= ?
      AND (o.to_at IS NULL OR o.to_at > ?) ORDER BY o.from_at, o.id LIMIT 1) AS officer_id
  FROM units d JOIN ticket_parts p ON p.unit_id = d.id AND p.closed_at IS NULL
  JOIN tickets t ON t.id = p.ticket_id
  WHERE d.kind = 'department' AND (d.parent_id = ? OR d.parent_id = (SELECT s.parent_id FROM units s WHERE s.id = ?))
    AND p.reported_at IS NULL AND p.report_due_at < ? AND (p.refused_at IS NULL OR p.reviewed_at IS NOT NULL)
    AND (p.is_excused IS NULL OR p.is_excused = 0)
    AND t.sub_district_id = ? AND t.status IN ('submitted', 'in-progress') AND t.merged_into_id IS NULL
    AND t.visibility <> 'confidential'`

export interface FoundPart {
  readonly id: string
  readonly ticket_id: string
  readonly department_name: string
  readonly village_id: string
  readonly village_name: string
  readonly task: string | null
  readonly text: string
  readonly voice_id: string | null
  readonly called_at: number
  readonly report_due_at: number
  readonly officer_id: string | null
}

/** Which departments were called and have not come in time; who was due first comes first. */
export async function lateParts(reads: Reads, subDistrictId: string, now: EpochMs): Promise<readonly FoundPart[]> {
  const found = await reads.query<FoundPart>(LATE_PARTS, [now, now, subDistrictId, subDistrictId, now, subDistrictId])
  return found.sort((one, other) =>
    Number(one.report_due_at) - Number(other.report_due_at) || compareText(one.id, other.id))
}

export function latePartsAnswer(
  found: readonly FoundPart[], people: ReadonlyMap<string, TaggedPerson>,
): BoardAnswer['lateParts'] {
  return { count: found.length, rows: found.slice(0, ROWS).map((row) => rowOf(row, people.get(row.officer_id ?? ''))) }
}

function rowOf(row: FoundPart, officer: TaggedPerson | undefined): LatePartRow {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    villageId: row.village_id,
    villageName: row.village_name,
    departmentName: row.department_name,
    task: excerpt(row.task ?? '', EXCERPT_LENGTH),
    words: excerpt(row.text, EXCERPT_LENGTH),
    hasVoice: row.voice_id !== null,
    calledAt: Number(row.called_at),
    reportDueAt: Number(row.report_due_at),
    officer: officer?.tag ?? null,
    officerPhone: officer?.phone ?? null,
  }
}
