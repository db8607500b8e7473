import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { raiseObjection, requireReader, untouchedMonth, type Month } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { bookOf } from './book-reads'
import { monthFrom } from './book-rows'
import { monthTable } from './book.table'
import { entryTable } from './entry.table'
import { objectionTable } from './holding.table'

export interface RaiseObjectionInput {
  readonly bookId: string
  readonly month: Month
  readonly entryId: string | null
  readonly words: string
}

/**
 * A resident doubts a published month while it hangs. Needs no lock on the book: publication is never taken back.
 * @throws what `raiseObjection` does, ledger.entry-not-found for an entry that is not of the month
 */
export class RaiseObjection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { bookId, month, entryId, words }: RaiseObjectionInput): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const now = viewerLater(viewer, work.now)
      const book = await bookOf(work, bookId)
      if (book === null) throw new DomainError('ledger.book-not-found')
      requireReader(now, book)
      const stored = await work.findOne(monthTable, { bookId, month })
      const entry = entryId === null ? null : await work.findOne(entryTable, { id: entryId })
      if (entryId !== null && (entry?.bookId !== bookId || entry.month !== month)) {
        throw new DomainError('ledger.entry-not-found')
      }
      const bookMonth = stored === null ? untouchedMonth(month) : monthFrom(stored)
      const wish = { objectionId: this.ids.next(), entryId, words }
      const { next, facts } = raiseObjection(now, book, bookMonth, wish, work.now)
      const { answer: _none, ...raised } = next
      work.insert(objectionTable, { ...raised, answerWords: null, answeredBy: null, answeredAt: null })
      work.record(viewer.personId, facts)
    })
  }
}
