import type { Month, RosterMonth, RosterPolicy } from '@huiying/shared/roster'
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
