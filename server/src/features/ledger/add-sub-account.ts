import type { Viewer } from '@huiying/shared/identity'
import { addSubAccount, requireKeeper, type SubAccountBody } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { actOnBook } from './act-on-book'

/** @throws ledger.only-accountant, and what `addSubAccount` does */
export class AddSubAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, bookId: string, account: SubAccountBody): Promise<void> {
    return actOnBook(this.unitOfWork, {
      viewer,
      bookId,
      decide: (keeper, state) => {
        requireKeeper(keeper, state.book)
        return {
          next: { ...state, book: addSubAccount(state.book, account) },
          facts: [{ type: 'ledger.register-changed', subjectId: bookId, what: 'account', id: account.code }],
        }
      },
    })
  }
}
