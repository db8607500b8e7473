import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { policyTable, type StoredPolicy } from './policy.table'

/** In the order of their versions. */
export function policiesOf(reads: Reads, subDistrictId: string): Promise<readonly StoredPolicy[]> {
  return policiesWhere(reads, 'sub_district_id = ?', subDistrictId)
}

/** The same of the sub-district that the village lies in. */
export function policiesOver(reads: Reads, villageId: string): Promise<readonly StoredPolicy[]> {
  return policiesWhere(reads, 'sub_district_id = (SELECT parent_id FROM units WHERE id = ?)', villageId)
}

async function policiesWhere(reads: Reads, where: string, value: string): Promise<readonly StoredPolicy[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${policyTable.columnList} FROM sla_policies WHERE ${where} ORDER BY version`,
    [value],
  )
  return rows.map(policyTable.fromRaw)
}
