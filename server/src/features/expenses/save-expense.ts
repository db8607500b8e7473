import { currentRevision, saveExpense, type ExpenseBody, type Shown } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { claimFiles } from '../files/public'
import { digestOf } from '../signing/public'
import { decided, expenseInHand, stored } from './act-on-expense'
import { contentFrom } from './content-from'

/** The accountant changes something; what was signed falls. @throws what `contentFrom` and `saveExpense` do */
export class SaveExpense {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accountKey: string,
  ) {}

  execute(viewer: Viewer, expenseId: string, body: ExpenseBody, shown: Shown): Promise<null> {
    return this.unitOfWork.run(async (work) => {
      const hand = await expenseInHand(work, viewer, expenseId)
      const { request, personId, ground } = hand
      const before = currentRevision(request).content
      const given = { expenseId, before, accountKey: this.accountKey, now: work.now }
      const { content, unclaimed } = await contentFrom(work, body, given)
      const decision = await decided(work, request, shown.revision, () =>
        saveExpense(request, content, personId, shown, ground.posts, digestOf, work.now))
      if (decision.next === request) return null
      const store = await stored(hand, decision)
      await claimFiles(work, { ...unclaimed, accountId: viewer.accountId, subjectId: expenseId })
      store()
      return null
    })
  }
}
