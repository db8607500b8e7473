import type { Viewer } from '@huiying/shared/identity'
import { chinaClockFace } from '@huiying/shared/kernel'
import { useOfSeal, type SealUseBody } from '@huiying/shared/seal'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { sealInHand } from './act-on-seal'

/** The seal is put on the document: a line of the register. @throws seal.not-found, and what `useOfSeal` does */
export class UseSeal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, sealId: string, { documentSha256, copies }: SealUseBody): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const { request, personId, ground, seals } = await sealInHand(work, viewer, sealId)
      const last = await seals.lastNumber(request.villageId, chinaClockFace(work.now).year)
      const use = { id: this.ids.next(), personId, documentSha256, copies }
      const { next, facts } = useOfSeal(request, use, last, ground.posts, work.now)
      seals.store(request, next, facts, personId)
    })
  }
}
