import { withdrawExpense } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { expenseInHand, stored } from './act-on-expense'

/** The accountant or the handler gives it up before approval. @throws what `withdrawExpense` does */
export class WithdrawExpense {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, expenseId: string): Promise<null> {
    return this.unitOfWork.run(async (work) => {
      const hand = await expenseInHand(work, viewer, expenseId)
      const store = await stored(hand, withdrawExpense(hand.request, hand.personId, hand.ground.posts, work.now))
      store()
      return null
    })
  }
}
