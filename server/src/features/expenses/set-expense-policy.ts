import { checkExpenseTerms, type ExpenseTerms } from '@huiying/shared/expenses'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { addDays, chinaDateOf, DomainError } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { administeredSubDistrictOf } from '../calendar/public'
import { lockUnit } from '../villages/public'
import { expensePoliciesOf } from './expense-policies'
import { expensePolicyTable } from './ground.table'

/**
 * New terms from tomorrow on, for expenses drafted then; one that is under way keeps those it began under.
 * @throws request.not-found for whoever is no admin of a sub-district, expense.policy-invalid
 */
export class SetExpensePolicy {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, terms: ExpenseTerms): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const subDistrictId = administeredSubDistrictOf(viewerLater(viewer, work.now))
      if (subDistrictId === null) throw new DomainError('request.not-found')
      checkExpenseTerms(terms)
      await lockUnit(work, subDistrictId)
      const version = ((await expensePoliciesOf(work, subDistrictId)).at(-1)?.version ?? 0) + 1
      work.insert(expensePolicyTable, { subDistrictId, version, firstOn: addDays(chinaDateOf(work.now), 1), terms })
      work.record(viewer.personId, [{ type: 'expense.policy-set', subjectId: subDistrictId, version }])
    })
  }
}
