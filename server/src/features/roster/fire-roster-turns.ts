import { DAY_MS, type EpochMs } from '@huiying/shared/kernel'
import { nextTurnAt, turnsBetween, type DutySlot, type RosterFact } from '@huiying/shared/roster'
import type { RawRow } from '../../platform/database/table'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import type { RosterClock } from './month.table'
import { RosterRepository } from './roster.repository'
import { slotTable } from './slot.table'

/** No slot is longer than a day, and nobody is absent later than that after its beginning. */
const LOOK_BACK_MS = 2 * DAY_MS
const LOOK_AHEAD_MS = 2 * DAY_MS

/**
 * Shifts have changed, or somebody has not come: what happened since the clock was last looked at is recorded in order,
 * however late the timer is, and the timer is set to what comes next. Two servers meet at the clock's row.
 */
export async function fireRosterTurns(work: Work, ids: Ids, subDistrictIds: readonly string[]): Promise<void> {
  const roster = new RosterRepository(work, ids)
  const turns: Turn[] = []
  for (const subDistrictId of [...new Set(subDistrictIds)].sort()) {
    const before = await roster.lockClock(subDistrictId)
    if (before === null || before.doneAt >= work.now) continue
    const slots = await slotsAround(work, before)
    const facts = turnsBetween(slots, before.doneAt, work.now)
    turns.push({ before, facts, nextAt: nextTurnAt(slots, work.now) ?? (await nextBeginning(work, subDistrictId)) })
  }
  for (const { before, facts, nextAt } of turns) {
    work.record(null, facts)
    roster.setTimer(before.subDistrictId, before, { ...before, doneAt: work.now, nextAt })
  }
}

interface Turn {
  readonly before: RosterClock
  readonly facts: readonly RosterFact[]
  readonly nextAt: EpochMs | null
}

async function slotsAround(work: Work, { subDistrictId, doneAt }: RosterClock): Promise<readonly DutySlot[]> {
  const rows = await work.query<RawRow>(
    `SELECT ${slotTable.columnList} FROM duty_slots
     WHERE sub_district_id = ? AND from_at > ? AND from_at <= ? AND published_at IS NOT NULL`,
    [subDistrictId, doneAt - LOOK_BACK_MS, work.now + LOOK_AHEAD_MS],
  )
  return rows.map(slotTable.fromRaw)
}

async function nextBeginning(work: Work, subDistrictId: string): Promise<EpochMs | null> {
  const [row] = await work.query<{ readonly first: number | null }>(
    'SELECT MIN(from_at) AS first FROM duty_slots WHERE sub_district_id = ? AND from_at > ? AND published_at IS NOT NULL',
    [subDistrictId, work.now],
  )
  return row?.first == null ? null : Number(row.first)
}
