import { checkShare } from '@huiying/shared/figures'
import { viewerLater, watchedSubDistrictOf, type Viewer } from '@huiying/shared/identity'
import { addDays, chinaDateOf, DomainError } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { lockUnit } from '../villages/public'
import { callbackPolicyTable } from './callback.table'

/**
 * How many are drawn of what is raised from tomorrow on; who was drawn stays drawn.
 * @throws request.not-found for whoever watches no sub-district, figures.share-invalid
 */
export class SetCallbackShare {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, sharePermille: number): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const subDistrictId = watchedSubDistrictOf(viewerLater(viewer, work.now))
      if (subDistrictId === null) throw new DomainError('request.not-found')
      checkShare(sharePermille)
      await lockUnit(work, subDistrictId)
      const policies = await work.find(callbackPolicyTable, { subDistrictId })
      const version = Math.max(0, ...policies.map((policy) => policy.version)) + 1
      const firstOn = addDays(chinaDateOf(work.now), 1)
      work.insert(callbackPolicyTable, { subDistrictId, version, firstOn, sharePermille })
      work.record(viewer.personId, [{ type: 'figures.share-set', subjectId: subDistrictId, version }])
    })
  }
}
