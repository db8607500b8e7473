import type { Viewer } from '@huiying/shared/identity'
import { withdrawAssertion, type Month } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { actOnBook } from './act-on-book'

/** Something was forgotten: the month takes entries again. @throws what `withdrawAssertion` of the rules does */
export class WithdrawAssertion {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, bookId: string, month: Month): Promise<void> {
    return actOnBook(this.unitOfWork, {
      viewer,
      bookId,
      decide: (keeper, state) => withdrawAssertion(keeper, state, month),
    })
  }
}
