import type { Viewer } from '@huiying/shared/identity'
import { firstOf, postEntry, type Line } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnBook } from './act-on-book'

/** 期初余额: what the book begins with, on the first day of its first month. @throws what `postEntry` does */
export class PostOpening {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, bookId: string, lines: readonly Line[]): Promise<void> {
    return actOnBook(this.unitOfWork, {
      viewer,
      bookId,
      decide: (keeper, state, work) => {
        const { firstMonth: month } = state.book
        const { next, facts } = postEntry(keeper, state, {
          entryId: this.ids.next(), month, on: firstOf(month), purpose: '期初余额', counterparty: null,
          source: { type: 'opening' }, lines, vouchers: [],
        }, work.now)
        return { next: next.state, entries: [next.entry], facts }
      },
    })
  }
}
