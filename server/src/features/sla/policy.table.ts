import type { SlaPolicy, SlaTerms } from '@huiying/shared/sla'
import { date, id, int, json } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** Versions are only added, never changed: running tickets keep the one they started under. */
export const policyTable = defineTable<SlaPolicy>({
  name: 'sla_policies',
  columns: { subDistrictId: id(), version: int(), firstOn: date(), terms: json<SlaTerms>() },
  primaryKey: ['subDistrictId', 'version'],
})
