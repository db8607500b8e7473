import type { Viewer } from '@huiying/shared/identity'
import { saveSeal, type SaveSealBody } from '@huiying/shared/seal'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { claimFiles } from '../files/public'
import { digestOf } from '../signing/public'
import { sealInHand } from './act-on-seal'
import { contentFrom } from './content-from'

/** A change voids what was signed. @throws seal.not-found, file.not-found, and what `saveSeal` of `shared` does */
export class SaveSeal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, sealId: string, { content: body, shown }: SaveSealBody): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const { request, personId, ground, seals } = await sealInHand(work, viewer, sealId)
      const { content, unclaimed } = await contentFrom(work, body, sealId, work.now)
      const { next, facts } = saveSeal(request, content, personId, shown, ground.posts, digestOf, work.now)
      if (next === request) return
      await claimFiles(work, { accountId: viewer.accountId, subjectId: sealId, photoIds: unclaimed, voiceId: null })
      seals.store(request, next, facts, personId)
    })
  }
}
