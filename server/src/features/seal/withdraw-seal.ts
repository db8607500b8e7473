import type { Viewer } from '@huiying/shared/identity'
import { withdrawSeal } from '@huiying/shared/seal'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { sealInHand } from './act-on-seal'

/** @throws seal.not-found, and what `withdrawSeal` of `shared` does */
export class WithdrawSeal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, sealId: string): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const { request, personId, ground, seals } = await sealInHand(work, viewer, sealId)
      const { next, facts } = withdrawSeal(request, personId, ground.posts, work.now)
      seals.store(request, next, facts, personId)
    })
  }
}
