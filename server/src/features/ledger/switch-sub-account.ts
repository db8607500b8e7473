import type { Viewer } from '@huiying/shared/identity'
import { requireKeeper, setSubAccountActive } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { actOnBook } from './act-on-book'

/** On or off: off, it takes no new lines. @throws ledger.only-accountant, ledger.account-unknown */
export class SwitchSubAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, bookId: string, code: string, isActive: boolean): Promise<void> {
    return actOnBook(this.unitOfWork, {
      viewer,
      bookId,
      decide: (keeper, state) => {
        requireKeeper(keeper, state.book)
        return {
          next: { ...state, book: setSubAccountActive(state.book, code, isActive) },
          facts: [{ type: 'ledger.register-changed', subjectId: bookId, what: 'account', id: code }],
        }
      },
    })
  }
}
