import { holdersOfAny, type Kinship } from '@huiying/shared/expenses'
import type { SeatedPost, Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import {
  currentSealRevision, openSealSlots, SEAL_FILER_POSTS, sealBlockOf, type SealRequest, type SealsAnswer,
} from '@huiying/shared/seal'
import type { Reads } from '../../platform/database/reads'
import { relativesOf } from '../expenses/public'
import { postsAtVillage } from '../identity/public'
import { villageOf } from '../villages/public'
import { registerOf } from './register.board'
import { sealsBy } from './seals-by'
import { maySeeRegister, maySeeRequests } from './who-sees'

const REQUESTS_SHOWN = 50

/** @throws identity.village-not-found, also for whoever belongs elsewhere */
export async function sealsOf(reads: Reads, viewer: Viewer, villageId: string, now: EpochMs): Promise<SealsAnswer> {
  const village = await villageOf(reads, villageId)
  if (village === null || !maySeeRegister(viewer, { villageId, subDistrictId: village.subDistrictId })) {
    throw new DomainError('identity.village-not-found')
  }
  const register = await registerOf(reads, villageId, now)
  if (!maySeeRequests(viewer, { villageId, subDistrictId: village.subDistrictId })) {
    return { requests: [], register, mayDraft: false }
  }
  const newestFirst = 'village_id = ? ORDER BY created_at DESC, id DESC LIMIT ?'
  const requests = await sealsBy(reads, newestFirst, [villageId, REQUESTS_SHOWN])
  const posts = await postsAtVillage(reads, villageId, now)
  const otherSides = requests.map((request) => currentSealRevision(request).content.counterparty.personId)
  const relatives = await relativesOf(reads, [...posts.map(({ personId }) => personId), ...otherSides])
  return {
    requests: requests.map((request) => {
      const { id, status, createdAt } = request
      const { title, kind } = currentSealRevision(request).content
      const isMine = waitsForHim(request, viewer.personId, posts, relatives, now)
      return { id, title, kind, status, createdAt, waitsFor: openSealSlots(request), isMine }
    }),
    register,
    mayDraft: holdersOfAny(SEAL_FILER_POSTS, villageId, posts, now).includes(viewer.personId ?? ''),
  }
}

function waitsForHim(
  request: SealRequest,
  personId: string | null,
  posts: readonly SeatedPost[],
  relatives: readonly Kinship[],
  now: EpochMs,
): boolean {
  return personId !== null
    && openSealSlots(request).some((slot) => sealBlockOf(request, slot, personId, { posts, relatives }, now) === null)
}
