import { DAY_MS, type EpochMs } from '@huiying/shared/kernel'
import { nextTurnAt, turnsBetween, type DutySlot, type RosterFact } from '@huiying/shared/roster'
import type { RawRow } from '../../platform/database/table'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import type { RosterClock } from './month.table'
import { RosterRepository } from './roster.repository'
import { slotTable } from './slot.table'

/** No slot is longer, also where new terms make the first one of a month longer than a day (`spanInMonth`). */
const LOOK_BACK_MS = 2 * DAY_MS
const LOOK_AHEAD_MS = 2 * DAY_MS
/** A timer that is late by weeks tells of them one after the other: a transaction must not grow with the delay. */
const AT_ONCE_MS = DAY_MS

/**
 * Shifts have changed, or somebody has not come: what happened since the clock was last looked at is recorded in order,
 * however late the timer is, and the timer is set to what comes next, or to what is still to be told. Two servers meet
 * at the clock's row.
 */
export async function fireRosterTurns(work: Work, ids: Ids, subDistrictIds: readonly string[]): Promise<void> {
  const roster = new RosterRepository(work, ids)
  const turns: Turn[] = []
  for (const subDistrictId of [...new Set(subDistrictIds)].sort()) {
    const before = await roster.lockClock(subDistrictId)
    if (before === null || before.doneAt >= work.now) continue
    // From the first instant at which there is anything to tell: a year without a roster is skipped at once.
    const upTo = Math.min(work.now, Math.max(before.doneAt, before.nextAt ?? 0) + AT_ONCE_MS)
    const slots = await slotsAround(work, before, upTo)
    const facts = turnsBetween(slots, before.doneAt, upTo)
    const nextAt = nextTurnAt(slots, upTo) ?? (await nextBeginning(work, subDistrictId, upTo))
    turns.push({ before, facts, after: { ...before, doneAt: upTo, nextAt } })
  }
  for (const { before, facts, after } of turns) {
    work.record(null, facts)
    roster.setTimer(before.subDistrictId, before, after)
  }
}

interface Turn {
  readonly before: RosterClock
  readonly facts: readonly RosterFact[]
  readonly after: RosterClock
}

async function slotsAround(
  work: Work,
  { subDistrictId, doneAt }: RosterClock,
  upTo: EpochMs,
): Promise<readonly DutySlot[]> {
  const rows = await work.query<RawRow>(
    `SELECT ${slotTable.columnList} FROM duty_slots
     WHERE sub_district_id = ? AND from_at > ? AND from_at <= ? AND published_at IS NOT NULL`,
    [subDistrictId, doneAt - LOOK_BACK_MS, upTo + LOOK_AHEAD_MS],
  )
  return rows.map(slotTable.fromRaw)
}

async function nextBeginning(work: Work, subDistrictId: string, upTo: EpochMs): Promise<EpochMs | null> {
  const [row] = await work.query<{ readonly first: number | null }>(
    'SELECT MIN(from_at) AS first FROM duty_slots WHERE sub_district_id = ? AND from_at > ? AND published_at IS NOT NULL',
    [subDistrictId, upTo],
  )
  return row?.first == null ? null : Number(row.first)
}
