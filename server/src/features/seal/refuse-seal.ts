import type { Viewer } from '@huiying/shared/identity'
import { refuseSeal, type SealRefusalBody } from '@huiying/shared/seal'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { sealInHand } from './act-on-seal'

/** One of the three says no. @throws seal.not-found, and what `refuseSeal` of `shared` does */
export class RefuseSeal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, sealId: string, { slot, shown, reason }: SealRefusalBody): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const { request, personId, ground, seals } = await sealInHand(work, viewer, sealId)
      const { next, facts } = refuseSeal(request, { slot, personId, shown, reason }, ground, work.now)
      seals.store(request, next, facts, personId)
    })
  }
}
