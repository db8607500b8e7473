import type { Viewer } from '@huiying/shared/identity'
import { takeBackSealSignature, type SealRefusalBody } from '@huiying/shared/seal'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { sealInHand } from './act-on-seal'

/** One's own, before the third has signed. @throws seal.not-found, and what `takeBackSealSignature` of `shared` does */
export class TakeBackSealSignature {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, sealId: string, { slot, shown }: Omit<SealRefusalBody, 'reason'>): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const { request, personId, ground, seals } = await sealInHand(work, viewer, sealId)
      const { next, facts } = takeBackSealSignature(request, { slot, personId, shown }, ground, work.now)
      seals.store(request, next, facts, personId)
    })
  }
}
