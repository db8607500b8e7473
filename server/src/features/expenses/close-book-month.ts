import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { chinaDateOf, DomainError } from '@huiying/shared/kernel'
import { closeMonth, lastOf, type Month } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { bookInHand, bookOf, ledgerTermsOf, usesOfMonth } from '../ledger/public'
import { lockUnit } from '../villages/public'
import { expensesBy } from './expenses-by'

/**
 * The month is shut for good, unless something that was paid in it is not in the book yet.
 * @throws ledger.book-not-found, what `closeMonth` does
 */
export class CloseBookMonth {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, bookId: string, month: Month): Promise<null> {
    return this.unitOfWork.run(async (work) => {
      const known = await bookOf(work, bookId)
      if (known === null) throw new DomainError('ledger.book-not-found')
      // Payments wait here: what is paid meanwhile is counted, or comes after.
      await lockUnit(work, known.subDistrictId)
      const book = await bookInHand(work, bookId)
      if (book === null) throw new DomainError('ledger.book-not-found')
      const paid = await expensesBy(work, "e.village_id = ? AND e.status = 'paid' AND e.book_id = ? ORDER BY e.id", [known.villageId, bookId])
      const waitingCount = paid.filter(({ payment }) => payment !== null && payment.paidOn <= lastOf(month)).length
      const uses = await usesOfMonth(work, book.state.book, month)
      const terms = await ledgerTermsOf(work, known.subDistrictId, chinaDateOf(work.now))
      const current = viewerLater(viewer, work.now)
      const { next, facts } = closeMonth(current, book.state, { month, waitingCount, uses }, terms, work.now)
      book.write({ next, entries: [], facts, by: viewer.personId })
      return null
    })
  }
}
