import { markPaid, type PaymentBody } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { claimFiles } from '../files/public'
import { expenseInHand, stored } from './act-on-expense'
import { paperOf } from './paper-of'
import { vouchersInUse } from './voucher-claims'

/** The accountant has paid, and shows it. @throws what `markPaid` does, file.not-found */
export class PayExpense {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, expenseId: string, { paidOn, photoId, reference }: PaymentBody): Promise<null> {
    return this.unitOfWork.run(async (work) => {
      const hand = await expenseInHand(work, viewer, expenseId, 'desk')
      const { request, personId, ground } = hand
      const proof = await paperOf(work, photoId)
      const inUse = await vouchersInUse(work, request.subDistrictId, [{ sha256: proof.sha256, invoice: null }])
      const around = { posts: ground.posts, vouchersInUse: inUse }
      const decision = markPaid(request, personId, { paidOn, proof, reference }, around, work.now)
      if (decision.next === request) return null
      const store = await stored(hand, decision)
      await claimFiles(work, { photoIds: [photoId], voiceId: null, accountId: viewer.accountId, subjectId: expenseId })
      store()
      return null
    })
  }
}
