import { refuseExpense, type RefusalBody } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { decided, expenseInHand, stored } from './act-on-expense'

/** Whoever could sign says no, and why. @throws what `refuseExpense` does */
export class RefuseExpense {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, expenseId: string, { slot, shown, reason }: RefusalBody): Promise<null> {
    return this.unitOfWork.run(async (work) => {
      const hand = await expenseInHand(work, viewer, expenseId)
      const { request, personId, ground } = hand
      const decision = await decided(work, request, shown.revision, () =>
        refuseExpense(request, { slot, personId, shown, reason }, ground, work.now))
      const store = await stored(hand, decision)
      store()
      return null
    })
  }
}
