import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { addDays, chinaDateOf, DomainError } from '@huiying/shared/kernel'
import { checkLedgerTerms, type LedgerTerms } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { administeredSubDistrictOf } from '../calendar/public'
import { lockUnit } from '../villages/public'
import { ledgerPoliciesOf } from './book-reads'
import { ledgerPolicyTable } from './book.table'

/**
 * New terms from tomorrow on; what hangs on the wall keeps the days it was given.
 * @throws request.not-found for whoever is no admin of a sub-district, ledger.terms-invalid
 */
export class SetLedgerPolicy {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, terms: LedgerTerms): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const subDistrictId = administeredSubDistrictOf(viewerLater(viewer, work.now))
      if (subDistrictId === null) throw new DomainError('request.not-found')
      checkLedgerTerms(terms)
      await lockUnit(work, subDistrictId)
      const version = ((await ledgerPoliciesOf(work, subDistrictId)).at(-1)?.version ?? 0) + 1
      work.insert(ledgerPolicyTable, { subDistrictId, version, firstOn: addDays(chinaDateOf(work.now), 1), terms })
      work.record(viewer.personId, [{ type: 'ledger.policy-set', subjectId: subDistrictId, version }])
    })
  }
}
