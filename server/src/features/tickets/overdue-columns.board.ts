import { compareText, type EpochMs } from '@huiying/shared/kernel'
import {
  BOARD_COLUMNS, isLateNow, isSoonLate, placeOnBoard, type BoardColumn, type OnBoard, type TicketStatus,
} from '@huiying/shared/tickets'
import { placeholders, type Condition } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'

const ROWS_PER_COLUMN = 100

/** What runs in a sub-district, as far as somebody may know of it, and no more of each than says where it stands. */
export interface Running extends OnBoard {
  readonly id: string
  readonly villageId: string
  readonly isConfidential: boolean
}

interface RunningRow {
  readonly id: string
  readonly village_id: string
  readonly visibility: string
  readonly status: TicketStatus
  readonly response_due_at: number
  readonly responded_at: number | null
  readonly closure_due_at: number
}

/**
 * All of it in one go: columns, their counts and the villages' are different looks at the same few hundred tickets.
 * Where each stands is said by the rules and not by SQL.
 */
export async function runningIn(reads: Reads, subDistrictId: string, known: Condition): Promise<readonly Running[]> {
  const rows = await reads.query<RunningRow>(
    `SELECT t.id, t.village_id, t.visibility, t.status, t.response_due_at, t.responded_at, t.closure_due_at
     FROM tickets t WHERE t.sub_district_id = ? AND t.status IN ('submitted', 'in-progress')
       AND t.merged_into_id IS NULL AND ${known.sql}`,
    [subDistrictId, ...known.params],
  )
  return rows.map((row) => ({
    id: row.id,
    villageId: row.village_id,
    isConfidential: row.visibility === 'confidential',
    status: row.status,
    responseDueAt: Number(row.response_due_at),
    respondedAt: row.responded_at === null ? null : Number(row.responded_at),
    closureDueAt: Number(row.closure_due_at),
  }))
}

export interface FilledColumn {
  readonly key: BoardColumn
  readonly count: number
  readonly wallCount: number
  /** Those shown, who is due first comes first. */
  readonly placed: readonly Placed[]
}

interface Placed {
  readonly ticket: Running
  readonly dueAt: EpochMs
}

export function columnsOf(running: readonly Running[], now: EpochMs): readonly FilledColumn[] {
  const placed = running.flatMap((ticket) => {
    const place = placeOnBoard(ticket, now)
    return place === null ? [] : [{ ...place, ticket }]
  })
  return BOARD_COLUMNS.map((key) => {
    const inColumn = placed.filter(({ column }) => column === key).sort(firstDueFirst)
    return {
      key,
      count: inColumn.length,
      wallCount: inColumn.filter(({ ticket }) => !ticket.isConfidential).length,
      placed: inColumn.slice(0, ROWS_PER_COLUMN),
    }
  })
}

function firstDueFirst(one: Placed, other: Placed): number {
  return one.dueAt - other.dueAt || compareText(one.ticket.id, other.ticket.id)
}

export interface VillageCounts {
  readonly open: number
  readonly late: number
  readonly soon: number
}

export const NOTHING_RUNS: VillageCounts = { open: 0, late: 0, soon: 0 }

/** By village; nothing confidential counts. */
export function villageCountsOf(
  running: readonly Running[],
  lateParts: readonly { readonly village_id: string }[],
  now: EpochMs,
): ReadonlyMap<string, VillageCounts> {
  const counts = new Map<string, VillageCounts>()
  for (const { village_id: villageId } of lateParts) {
    const known = counts.get(villageId) ?? NOTHING_RUNS
    counts.set(villageId, { ...known, late: known.late + 1 })
  }
  for (const ticket of running) {
    if (ticket.isConfidential) continue
    const { open, late, soon } = counts.get(ticket.villageId) ?? NOTHING_RUNS
    counts.set(ticket.villageId, {
      open: open + 1, late: late + (isLateNow(ticket, now) ? 1 : 0), soon: soon + (isSoonLate(ticket, now) ? 1 : 0),
    })
  }
  return counts
}

/** What a card shows beside where it stands. */
export interface CardRow {
  readonly id: string
  readonly text: string
  readonly voice_id: string | null
  readonly submitted_at: number
  readonly addressee_id: string | null
  readonly responded_by: string | null
  readonly holder_unit_id: string
  readonly order_number: string | null
  readonly order_count: number
  readonly is_read: number
  readonly asks_for_time: number
  readonly is_objected_to: number
}

/**
 * By id. Read is what somebody has opened who served where it lies: that staff looked, from this board, answers
 * nobody, also where they live there or once served there. Whoever answered has read it; whoever asked for more time
 * has answered; an objection lies with whom it was handed to, and nothing else can be done with it meanwhile: most need
 * no look at the other tables.
 */
export async function cardRowsOf(
  reads: Reads, ids: readonly string[], now: EpochMs,
): Promise<ReadonlyMap<string, CardRow>> {
  if (ids.length === 0) return new Map()
  const rows = await reads.query<CardRow>(
    `SELECT t.id, t.text, t.voice_id, t.submitted_at, t.addressee_id, t.responded_by, t.holder_unit_id, c.order_count,
       CASE WHEN c.order_count = 0 THEN NULL ELSE (SELECT o.number FROM supervision_orders o
         WHERE o.ticket_id = t.id AND o.cycle = c.number) END AS order_number,
       CASE WHEN t.responded_by IS NOT NULL THEN 1
         ELSE EXISTS (SELECT 1 FROM ticket_openings s JOIN posts p ON p.person_id = s.person_id
           WHERE s.ticket_id = t.id AND p.kind <> 'resident' AND t.holder_unit_id IN (p.unit_id, p.village_id)
             AND p.from_at <= s.at AND (p.to_at IS NULL OR p.to_at > s.at))
         END AS is_read,
       CASE WHEN t.responded_by IS NULL THEN 0 ELSE EXISTS (SELECT 1 FROM ticket_extensions e
         WHERE e.ticket_id = t.id AND e.cycle = c.number AND e.decided_at IS NULL AND e.from_due_at >= ?)
         END AS asks_for_time,
       CASE WHEN t.holder_unit_id = t.village_id THEN 0 ELSE EXISTS (SELECT 1 FROM ticket_moves m
         WHERE m.ticket_id = t.id AND m.objected_at IS NOT NULL AND m.ruled_at IS NULL) END AS is_objected_to
     FROM tickets t JOIN ticket_cycles c ON c.ticket_id = t.id AND c.closed_at IS NULL
     WHERE t.id IN (${placeholders(ids.length)})`,
    [now, ...ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
