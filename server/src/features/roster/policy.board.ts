import { watchedSubDistrictOf, type Viewer } from '@huiying/shared/identity'
import { chinaDateOf, DomainError, type EpochMs } from '@huiying/shared/kernel'
import { rosterPolicyOn, type RosterPolicyAnswer } from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import { administeredSubDistrictOf } from '../calendar/public'
import { policiesOf } from './months'

/**
 * The terms set last, which may begin tomorrow only: whoever sets them anew goes on from these.
 * @throws request.not-found for whoever neither watches nor administers a sub-district
 */
export async function rosterPolicyAnswerOf(reads: Reads, viewer: Viewer, now: EpochMs): Promise<RosterPolicyAnswer> {
  const administered = administeredSubDistrictOf(viewer)
  const subDistrictId = administered ?? watchedSubDistrictOf(viewer)
  if (subDistrictId === null) throw new DomainError('request.not-found')
  const latest = (await policiesOf(reads, subDistrictId)).at(-1)
  const { version, firstOn, terms } = latest ?? rosterPolicyOn([], subDistrictId, chinaDateOf(now))
  return { version, firstOn, terms, maySet: administered !== null }
}
