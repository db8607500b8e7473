import { chinaDateOf } from '@huiying/shared/kernel'
import { DEFAULT_SLA_TERMS, type SlaPolicy } from '@huiying/shared/sla'
import type { Work } from '../../platform/database/work'
import { policyTable } from './policy.table'

/** The promise in force today; a sub-district that has set none keeps the handbook's, as version 0. */
export async function policyInForce(work: Work, subDistrictId: string): Promise<SlaPolicy> {
  const today = chinaDateOf(work.now)
  const policies = await work.find(policyTable, { subDistrictId })
  const begun = policies.filter((policy) => policy.firstOn <= today)
  const latest = begun.sort((a, b) => b.firstOn.localeCompare(a.firstOn) || b.version - a.version)[0]
  return latest ?? { subDistrictId, version: 0, firstOn: '2026-01-01', terms: DEFAULT_SLA_TERMS }
}
