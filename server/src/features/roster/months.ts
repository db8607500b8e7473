import { chinaDateOf, type EpochMs } from '@huiying/shared/kernel'
import {
  rosterPolicyOn, type Month, type PlannedCell, type RosterMonth, type RosterPolicy, type Seat,
} from '@huiying/shared/roster'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { monthTable, rosterPolicyTable } from './month.table'

/** The month as it stands; `null`: not made yet. */
export async function monthOf(reads: Reads, subDistrictId: string, month: Month): Promise<RosterMonth | null> {
  const [raw] = await reads.query<RawRow>(
    `SELECT ${monthTable.columnList} FROM roster_months WHERE sub_district_id = ? AND month = ?`,
    [subDistrictId, month],
  )
  return raw === undefined ? null : monthTable.fromRaw(raw)
}

/** Every version the sub-district ever set, the latest last; which one is in force says `rosterPolicyOn`. */
export async function policiesOf(reads: Reads, subDistrictId: string): Promise<readonly RosterPolicy[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${rosterPolicyTable.columnList} FROM roster_policies WHERE sub_district_id = ? ORDER BY version`,
    [subDistrictId],
  )
  return rows.map(rosterPolicyTable.fromRaw)
}

/** The terms in force today, for months made now. */
export async function policyNow(reads: Reads, subDistrictId: string, now: EpochMs): Promise<RosterPolicy> {
  return rosterPolicyOn(await policiesOf(reads, subDistrictId), subDistrictId, chinaDateOf(now))
}

/** A month with who stands in each cell, in no order. */
export interface MonthCells {
  readonly month: RosterMonth
  readonly cells: readonly PlannedCell[]
}

/**
 * The whole month of a sub-district, draft or not; whether somebody may see it is for the caller to ask.
 * @returns `null`: not made yet
 */
export async function monthCellsOf(reads: Reads, subDistrictId: string, month: Month): Promise<MonthCells | null> {
  const found = await monthOf(reads, subDistrictId, month)
  return found === null ? null : { month: found, cells: await lastCellsOf(reads, subDistrictId, [month]) }
}

/** Who stands in each cell of these months: of one that went from hand to hand, the last. */
export async function lastCellsOf(
  reads: Reads,
  subDistrictId: string,
  months: readonly Month[],
  { publishedOnly = false }: { readonly publishedOnly?: boolean } = {},
): Promise<readonly PlannedCell[]> {
  const rows = await reads.query<CellSlot>(
    `SELECT village_id, duty_on, seat, person_id, from_at FROM duty_slots WHERE sub_district_id = ?
     AND month IN (${placeholders(months.length)})${publishedOnly ? ' AND published_at IS NOT NULL' : ''}`,
    [subDistrictId, ...months],
  )
  const last = new Map<string, CellSlot>()
  for (const row of rows) {
    const key = `${row.village_id}|${row.duty_on}|${row.seat}`
    if (Number(last.get(key)?.from_at ?? 0) <= Number(row.from_at)) last.set(key, row)
  }
  return [...last.values()].map(({ village_id: villageId, duty_on: on, seat, person_id: personId }) =>
    ({ villageId, on, seat, personId }))
}

interface CellSlot {
  readonly village_id: string
  readonly duty_on: string
  readonly seat: Seat
  readonly person_id: string | null
  readonly from_at: number
}
