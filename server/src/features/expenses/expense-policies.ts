import type { ExpensePolicy } from '@huiying/shared/expenses'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { expensePolicyTable } from './ground.table'

/** In the order of their versions. */
export async function expensePoliciesOf(reads: Reads, subDistrictId: string): Promise<readonly ExpensePolicy[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${expensePolicyTable.columnList} FROM expense_policies WHERE sub_district_id = ? ORDER BY version`,
    [subDistrictId],
  )
  return rows.map(expensePolicyTable.fromRaw)
}
