import type { DecisionsAnswer } from '@huiying/shared/expenses'
import { holdsPost, watchesSubDistrict, type PostKind, type Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { Reads } from '../../platform/database/reads'
import type { FileUrlSigner } from '../files/public'
import { villageOf } from '../villages/public'
import { decisionRowsOf } from './decision-rows.board'

/** Whose work rests on the village's decisions; a villager reads of one where money rested on it. */
const READERS: readonly PostKind[] = [
  'secretary', 'director', 'supervisor', 'committee-member', 'specialist', 'accountant', 'stationed-cadre',
]

/** The decisions spending may rest on. @throws identity.village-not-found, also for whoever may not see them */
export async function decisionsOf(
  reads: Reads,
  signer: FileUrlSigner,
  viewer: Viewer,
  villageId: string,
  now: EpochMs,
): Promise<DecisionsAnswer> {
  const village = await villageOf(reads, villageId)
  const maySee = village !== null
    && (holdsPost(viewer, READERS, { villageId }) || watchesSubDistrict(viewer, village.subDistrictId))
  if (!maySee) throw new DomainError('identity.village-not-found')
  const decisions = await decisionRowsOf(reads, signer, villageId, now)
  return { decisions, mayRecord: holdsPost(viewer, ['accountant'], { villageId }) }
}
