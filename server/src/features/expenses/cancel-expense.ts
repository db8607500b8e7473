import { cancelExpense } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import { releaseMoney } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { claimFiles } from '../files/public'
import { bookInHand } from '../ledger/public'
import { expenseInHand, stored } from './act-on-expense'
import { paperOf } from './paper-of'

export interface CancelInput {
  readonly reason: string
  /** The bank's paper where money came back. */
  readonly returnedPhotoId: string | null
}

/** It will not be paid after all; what was reserved is free again. @throws what `cancelExpense` does, file.not-found */
export class CancelExpense {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, expenseId: string, { reason, returnedPhotoId }: CancelInput): Promise<null> {
    return this.unitOfWork.run(async (work) => {
      const hand = await expenseInHand(work, viewer, expenseId)
      const { request, personId, ground } = hand
      const returned = returnedPhotoId === null ? null : await paperOf(work, returnedPhotoId)
      const decision = cancelExpense(request, personId, { reason, returned }, ground.posts, work.now)
      const book = await bookInHand(work, request.bookId)
      if (book === null) throw new Error(`expense ${expenseId} belongs to no book`)
      const { next, facts } = releaseMoney(book.state, expenseId)
      const store = await stored(hand, decision)
      if (returnedPhotoId !== null) {
        const photoIds = [returnedPhotoId]
        await claimFiles(work, { photoIds, voiceId: null, accountId: viewer.accountId, subjectId: expenseId })
      }
      store()
      book.write({ next, entries: [], facts, by: personId })
      return null
    })
  }
}
