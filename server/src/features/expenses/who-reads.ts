import { currentRevision, type ExpenseRequest } from '@huiying/shared/expenses'
import { belongsTo, holdsPost, watchesSubDistrict, type PostKind, type Viewer } from '@huiying/shared/identity'

type Place = Pick<ExpenseRequest, 'villageId' | 'subDistrictId'>

/** Who sees all expenses of a village by his post there. */
export const OVERSEEING_POSTS: readonly PostKind[] = ['accountant', 'secretary', 'director', 'supervisor', 'stationed-cadre']

export function overseesExpenses(viewer: Viewer, { villageId, subDistrictId }: Place): boolean {
  return holdsPost(viewer, OVERSEEING_POSTS, { villageId }) || watchesSubDistrict(viewer, subDistrictId)
}

/** And whoever is named as handler or witness, or has signed it, as long as he is of the village. */
export function mayReadExpense(viewer: Viewer, request: ExpenseRequest): boolean {
  if (overseesExpenses(viewer, request)) return true
  const { personId } = viewer
  if (personId === null || !belongsTo(viewer, request.villageId)) return false
  const { handlerId, witnessId } = currentRevision(request).content
  const signers = request.revisions.flatMap(({ signatures }) => signatures.map((one) => one.personId))
  return [handlerId, witnessId, ...signers].includes(personId)
}
