import { takeBackSignature, type Shown, type Slot } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { decided, expenseInHand, stored } from './act-on-expense'

/** A signer takes his own back before approval. @throws what `takeBackSignature` does */
export class TakeBackSignature {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, expenseId: string, slot: Slot, shown: Shown): Promise<null> {
    return this.unitOfWork.run(async (work) => {
      const hand = await expenseInHand(work, viewer, expenseId)
      const { request, personId, ground } = hand
      const decision = await decided(work, request, shown.revision, () =>
        takeBackSignature(request, { slot, personId, shown }, ground, work.now))
      const store = await stored(hand, decision)
      store()
      return null
    })
  }
}
