import type { Viewer } from '@huiying/shared/identity'
import { assertMonth, type BankAssertion, type Month } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { actOnBook } from './act-on-book'

/** The month is held against the bank's paper. @throws what `assertMonth` of the rules does */
export class AssertMonth {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, bookId: string, month: Month, assertions: readonly BankAssertion[]): Promise<void> {
    return actOnBook(this.unitOfWork, {
      viewer,
      bookId,
      decide: (keeper, state, work) => assertMonth(keeper, state, month, assertions, work.now),
    })
  }
}
