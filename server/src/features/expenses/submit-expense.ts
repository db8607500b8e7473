import { currentRevision, submitExpense, type ExpenseContent, type Shown } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { accountOf, type Book } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { bookOf } from '../ledger/public'
import { decided, expenseInHand, stored } from './act-on-expense'
import { submitGroundOf } from './submit-ground'

/** Handler and witness are asked to sign. @throws what `submitExpense` does */
export class SubmitExpense {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, expenseId: string, shown: Shown): Promise<null> {
    return this.unitOfWork.run(async (work) => {
      const hand = await expenseInHand(work, viewer, expenseId, 'desk')
      const { request, personId } = hand
      const ground = await submitGroundOf(work, request, work.now)
      const book = await bookOf(work, request.bookId)
      const decision = await decided(work, request, shown.revision, () =>
        submitExpense(request, personId, shown, ground, work.now))
      if (decision.next !== request) mustBeInBook(book, currentRevision(request).content)
      const store = await stored(hand, decision)
      store()
      return null
    })
  }
}

/** Else five people would sign what could be neither paid nor posted. @throws expense.content-invalid */
function mustBeInBook(book: Book | null, { payFrom, accountCode }: ExpenseContent): void {
  if (!isActiveIn(book, payFrom)) throw new DomainError('expense.content-invalid', { field: 'payFrom' })
  if (!isActiveIn(book, accountCode)) throw new DomainError('expense.content-invalid', { field: 'accountCode' })
}

function isActiveIn(book: Book | null, code: string): boolean {
  try {
    return book !== null && accountOf(book, code).isActive
  } catch (error) {
    if (error instanceof DomainError && error.code === 'ledger.account-unknown') return false
    throw error
  }
}
