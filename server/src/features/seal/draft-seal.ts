import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { draftSeal, type SealBody } from '@huiying/shared/seal'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { claimFiles } from '../files/public'
import { postsAtVillage } from '../identity/public'
import { digestOf } from '../signing/public'
import { villageOf } from '../villages/public'
import { contentFrom } from './content-from'
import { SealRepository } from './seal.repository'
import { maySeeRequests } from './who-sees'

export class DraftSeal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /**
   * Answers the request's id.
   * @throws identity.village-not-found, file.not-found, and what `draftSeal` of `shared` does
   */
  execute(viewer: Viewer, villageId: string, body: SealBody): Promise<string> {
    return this.unitOfWork.run(async (work) => {
      const village = await villageOf(work, villageId)
      const { accountId, personId, ...current } = viewerLater(viewer, work.now)
      const place = { id: this.ids.next(), villageId, subDistrictId: village?.subDistrictId ?? '' }
      const maySee = village !== null && maySeeRequests({ ...current, accountId, personId }, place)
      if (!maySee || personId === null) throw new DomainError('identity.village-not-found')
      const posts = await postsAtVillage(work, villageId, work.now)
      const { content, unclaimed } = await contentFrom(work, body, place.id, work.now)
      const { next, facts } = draftSeal(place, content, personId, posts, digestOf, work.now)
      await claimFiles(work, { accountId, subjectId: place.id, photoIds: unclaimed, voiceId: null })
      new SealRepository(work).add(next, facts, personId)
      return place.id
    })
  }
}
