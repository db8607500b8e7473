import { expensePolicyOn, type ExpensePolicyAnswer } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import { chinaDateOf, DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { Reads } from '../../platform/database/reads'
import { administeredSubDistrictOf } from '../calendar/public'
import { expensePoliciesOf } from './expense-policies'

/**
 * The terms set last, which may begin tomorrow only.
 * @throws request.not-found for whoever neither watches nor administers a sub-district
 */
export async function expensePolicyAnswer(reads: Reads, viewer: Viewer, now: EpochMs): Promise<ExpensePolicyAnswer> {
  const administered = administeredSubDistrictOf(viewer)
  const watched = viewer.posts.find(({ kind }) => kind === 'staff' || kind === 'leader')?.subDistrictId ?? null
  const subDistrictId = administered ?? watched
  if (subDistrictId === null) throw new DomainError('request.not-found')
  const latest = (await expensePoliciesOf(reads, subDistrictId)).at(-1)
  const { version, firstOn, terms } = latest ?? expensePolicyOn([], subDistrictId, chinaDateOf(now))
  return { version, firstOn, terms, mayChange: administered !== null }
}
