import { holdsPost, type Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import { SEAL_FILER_POSTS, type SealFormAnswer } from '@huiying/shared/seal'
import type { Reads } from '../../platform/database/reads'
import { peopleOfVillage } from '../expenses/public'
import { personTags } from '../identity/public'
import { villageOf } from '../villages/public'
import { maySeeRequests } from './who-sees'

/**
 * Whom the register knows, so that a contract with one of them finds his relatives among those who sign.
 * @throws identity.village-not-found, seal.only-village
 */
export async function sealForm(reads: Reads, viewer: Viewer, villageId: string, now: EpochMs): Promise<SealFormAnswer> {
  const village = await villageOf(reads, villageId)
  if (village === null || !maySeeRequests(viewer, { villageId, subDistrictId: village.subDistrictId })) {
    throw new DomainError('identity.village-not-found')
  }
  if (!holdsPost(viewer, SEAL_FILER_POSTS, { villageId })) throw new DomainError('seal.only-village')
  const ids = await peopleOfVillage(reads, villageId, now)
  const tags = await personTags(reads, ids, now, villageId)
  return {
    village: { id: village.id, kind: village.kind, name: village.name },
    people: ids.flatMap((id) => tags.get(id) ?? []),
  }
}
