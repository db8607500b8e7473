import type { Shown } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import { submitSeal } from '@huiying/shared/seal'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { sealInHand } from './act-on-seal'

/** Asks the three. @throws seal.not-found, and what `submitSeal` of `shared` does */
export class SubmitSeal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, sealId: string, shown: Shown): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const { request, personId, ground, seals } = await sealInHand(work, viewer, sealId)
      const { next, facts } = submitSeal(request, personId, shown, ground, work.now)
      seals.store(request, next, facts, personId)
    })
  }
}
