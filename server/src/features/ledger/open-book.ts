import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { openBook, STANDARD_SUB_ACCOUNTS, type LegalBody, type Month } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { villageOf } from '../villages/public'
import { bookTable, subAccountTable } from './book.table'

/**
 * 建账, with the usual accounts below the chart's. Answers the book's id.
 * @throws ledger.book-not-found for whoever does not belong to the village, and what `openBook` does
 */
export class OpenBook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, villageId: string, legalBody: LegalBody, firstMonth: Month): Promise<string> {
    return this.unitOfWork.run(async (work) => {
      const village = await villageOf(work, villageId)
      if (village === null) throw new DomainError('ledger.book-not-found')
      const existing = await work.findOne(bookTable, { villageId, legalBody })
      const wish = {
        bookId: this.ids.next(), villageId, subDistrictId: village.subDistrictId, villageName: village.name, legalBody,
        firstMonth,
      }
      const { next, facts } = openBook(viewerLater(viewer, work.now), wish, existing !== null, work.now)
      const { subAccounts, ...book } = next
      work.insert(bookTable, {
        ...book, openedAt: work.now, openedBy: viewer.personId ?? '', entryCount: 0, hasOpening: false,
        openFrom: firstMonth, stoppedAt: null,
      })
      const below = [...STANDARD_SUB_ACCOUNTS, ...subAccounts]
      work.insert(subAccountTable, ...below.map((account) => ({ ...account, bookId: book.id })))
      work.record(viewer.personId, facts)
      return book.id
    })
  }
}
