import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { policyTable, type StoredPolicy } from './policy.table'

/** In the order of their versions. */
export async function policiesOf(reads: Reads, subDistrictId: string): Promise<readonly StoredPolicy[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${policyTable.columnList} FROM sla_policies WHERE sub_district_id = ? ORDER BY version`,
    [subDistrictId],
  )
  return rows.map(policyTable.fromRaw)
}
