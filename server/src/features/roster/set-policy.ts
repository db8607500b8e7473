import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { addDays, chinaDateOf, DomainError } from '@huiying/shared/kernel'
import { checkRosterTerms, type RosterTerms } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { administeredSubDistrictOf } from '../calendar/public'
import { lockUnit } from '../villages/public'
import { rosterPolicyTable } from './month.table'
import { policiesOf } from './months'

/**
 * New terms from tomorrow on, for months made then; a month that is made keeps those it was made under.
 * @throws request.not-found for whoever is no admin of a sub-district, roster.policy-invalid
 */
export class SetPolicy {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, terms: RosterTerms): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const subDistrictId = administeredSubDistrictOf(viewerLater(viewer, work.now))
      if (subDistrictId === null) throw new DomainError('request.not-found')
      checkRosterTerms(terms)
      await lockUnit(work, subDistrictId)
      const version = ((await policiesOf(work, subDistrictId)).at(-1)?.version ?? 0) + 1
      work.insert(rosterPolicyTable, { subDistrictId, version, firstOn: addDays(chinaDateOf(work.now), 1), terms })
      work.record(viewer.personId, [{ type: 'roster.policy-set', subjectId: subDistrictId, version }])
    })
  }
}
