import type { EpochMs } from '@huiying/shared/kernel'
import type { SlaPolicy, SlaTerms } from '@huiying/shared/sla'
import { date, id, instant, int, json, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export interface StoredPolicy extends SlaPolicy {
  /** `null`: before it was written down who did. */
  readonly setBy: string | null
  readonly setAt: EpochMs | null
}

/** Versions are only added, never changed: running tickets keep the one they started under. */
export const policyTable = defineTable<StoredPolicy>({
  name: 'sla_policies',
  columns: {
    subDistrictId: id(), version: int(), firstOn: date(), terms: json<SlaTerms>(),
    setBy: nullable(id()), setAt: nullable(instant()),
  },
  primaryKey: ['subDistrictId', 'version'],
})
