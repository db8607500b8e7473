import type { Viewer } from '@huiying/shared/identity'
import { chinaDateOf } from '@huiying/shared/kernel'
import { publishMonth, requireKeeper, type Month } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { calendarOf } from '../calendar/public'
import { actOnBook } from './act-on-book'
import { ledgerTermsOf } from './book-reads'

/** A closed month goes onto the wall and the phones. @throws what `publishMonth` of the rules does */
export class PublishBookMonth {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, bookId: string, month: Month): Promise<void> {
    return actOnBook(this.unitOfWork, {
      viewer,
      bookId,
      month,
      decide: async (keeper, state, work) => {
        requireKeeper(keeper, state.book)
        const { subDistrictId } = state.book
        const terms = await ledgerTermsOf(work, subDistrictId, chinaDateOf(work.now))
        return publishMonth(keeper, state, month, terms, await calendarOf(work, subDistrictId), work.now)
      },
    })
  }
}
