import { addDays, startOfChinaDay, type CalendarDate, type EpochMs } from '@huiying/shared/kernel'
import {
  DEFAULT_ROSTER_TERMS, isAbsent, isHole, visitsOwed, type DutySlot, type Month, type OwedVisit,
} from '@huiying/shared/roster'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { postsAtSubDistrict } from '../identity/public'
import { monthTable } from './month.table'
import { slotTable } from './slot.table'

/** Days [fromOn, toOn] of a sub-district. */
export interface TroubleDays {
  readonly subDistrictId: string
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
}

/** Seats that nobody is put in and that are not over. */
export async function holesIn(reads: Reads, days: TroubleDays, now: EpochMs): Promise<readonly DutySlot[]> {
  const { subDistrictId, fromOn, toOn } = days
  const rows = await reads.query<RawRow>(
    `SELECT ${slotTable.columnList} FROM duty_slots WHERE sub_district_id = ? AND from_at >= ? AND from_at < ?
     AND duty_on >= ? AND duty_on <= ? AND person_id IS NULL AND to_at > ? AND published_at IS NOT NULL ORDER BY from_at, id`,
    [subDistrictId, ...around(days), fromOn, toOn, now],
  )
  return rows.map(slotTable.fromRaw).filter((slot) => isHole(slot, now))
}

/** How many there are, without reading them. */
export async function holesCountedIn(reads: Reads, days: TroubleDays, now: EpochMs): Promise<number> {
  const [counted] = await reads.query<{ n: number }>(
    `SELECT COUNT(*) AS n FROM duty_slots WHERE sub_district_id = ? AND from_at >= ? AND from_at < ?
     AND duty_on >= ? AND duty_on <= ? AND person_id IS NULL AND to_at > ? AND from_at < to_at AND published_at IS NOT NULL`,
    [days.subDistrictId, ...around(days), days.fromOn, days.toOn, now],
  )
  return Number(counted?.n ?? 0)
}

/** Shifts that were not taken over in time, also where he came later. */
export async function absencesIn(reads: Reads, days: TroubleDays, now: EpochMs): Promise<readonly DutySlot[]> {
  const { subDistrictId, fromOn, toOn } = days
  const [fromAt, toAt] = around(days)
  const rows = await reads.query<RawRow>(
    `SELECT ${slotTable.columnList} FROM duty_slots WHERE sub_district_id = ?
     AND take_over_due_at >= ? AND take_over_due_at < ? AND duty_on >= ? AND duty_on <= ?
     AND person_id IS NOT NULL AND (taken_over_at IS NULL OR taken_over_at > take_over_due_at)
     AND published_at IS NOT NULL ORDER BY from_at, id`,
    [subDistrictId, fromAt, Math.min(toAt, now), fromOn, toOn],
  )
  return rows.map(slotTable.fromRaw).filter((slot) => isAbsent(slot, now))
}

/** The month's visits that nobody has made, by the marks and titles of now. */
export async function visitsOwedIn(
  reads: Reads,
  subDistrictId: string,
  month: Month,
  now: EpochMs,
): Promise<readonly OwedVisit[]> {
  const marked = await reads.query<{ id: string }>(
    `SELECT v.id FROM units v WHERE v.parent_id = ? AND v.kind = 'village'
     AND EXISTS (SELECT 1 FROM village_marks m WHERE m.village_id = v.id) ORDER BY v.code, v.id`,
    [subDistrictId],
  )
  if (marked.length === 0) return []
  const visits = await reads.query<RawRow>(
    `SELECT ${slotTable.columnList} FROM duty_slots WHERE sub_district_id = ? AND month = ? AND seat = 'leader'
     AND village_id IN (${placeholders(marked.length)}) AND published_at IS NOT NULL ORDER BY from_at, id`,
    [subDistrictId, month, ...marked.map(({ id }) => id)],
  )
  const [stored] = await reads.query<RawRow>(
    `SELECT ${monthTable.columnList} FROM roster_months WHERE sub_district_id = ? AND month = ?`,
    [subDistrictId, month],
  )
  const terms = stored === undefined ? DEFAULT_ROSTER_TERMS : monthTable.fromRaw(stored).terms
  return visitsOwed({
    month,
    leaders: await postsAtSubDistrict(reads, subDistrictId, now, ['leader']),
    markedVillageIds: marked.map(({ id }) => id),
    visits: visits.map(slotTable.fromRaw),
    leaderVisits: terms.leaderVisits,
    now,
  })
}

/** A day's shift may begin the evening before and end on the morning after. */
function around({ fromOn, toOn }: TroubleDays): readonly [fromAt: EpochMs, toAt: EpochMs] {
  return [startOfChinaDay(addDays(fromOn, -1)), startOfChinaDay(addDays(toOn, 2))]
}
