import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { nextPolicy, type PolicyChange } from '@huiying/shared/sla'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { lockUnit } from '../villages/public'
import { keptSubDistrictOf } from './kept-sub-district'
import { policiesOf } from './policies'
import { policyTable } from './policy.table'

/**
 * New terms from a day on, for what is raised then; what runs keeps those it began under.
 * @throws request.not-found for whoever is neither staff nor admin of a sub-district, and what `nextPolicy` does
 */
export class SetPromise {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, change: PolicyChange): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const subDistrictId = keptSubDistrictOf(viewerLater(viewer, work.now))
      if (subDistrictId === null) throw new DomainError('request.not-found')
      await lockUnit(work, subDistrictId)
      const next = nextPolicy(subDistrictId, await policiesOf(work, subDistrictId), change, work.now)
      work.insert(policyTable, { ...next, setBy: viewer.personId, setAt: work.now })
      work.record(viewer.personId, [{ type: 'sla.policy-set', subjectId: subDistrictId, version: next.version }])
    })
  }
}
