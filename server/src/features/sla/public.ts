import { chinaDateOf } from '@huiying/shared/kernel'
import { policyOn, type SlaPolicy } from '@huiying/shared/sla'
import type { Work } from '../../platform/database/work'
import { policyTable } from './policy.table'

/** The promise of the sub-district in force today. */
export async function policyInForce(work: Work, subDistrictId: string): Promise<SlaPolicy> {
  return policyOn(await work.find(policyTable, { subDistrictId }), subDistrictId, chinaDateOf(work.now))
}
