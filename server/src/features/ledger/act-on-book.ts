import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { mustRun, requireReader, type BookState, type Entry, type LedgerFact, type Month } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import { bookInHand } from './book-in-hand'

export interface BookOutcome {
  readonly next: BookState
  readonly entries?: readonly Entry[]
  readonly facts: readonly LedgerFact[]
}

export interface BookAct {
  readonly viewer: Viewer
  readonly bookId: string
  /** What it is about, where that may be a closed month: no other closed one is in hand. */
  readonly month?: Month
  /**
   * May read more; writes nothing but claimed files.
   * @param viewer with the posts that still hold now: one may have ended while the act waited for the book
   */
  decide(viewer: Viewer, state: BookState, work: Work): BookOutcome | Promise<BookOutcome>
}

/**
 * Load, decide, store: what every act on a book alone has in common.
 * @throws ledger.book-not-found, ledger.book-stopped, and what `decide` throws
 */
export function actOnBook(unitOfWork: UnitOfWork, act: BookAct): Promise<void> {
  return unitOfWork.run(async (work) => {
    const viewer = viewerLater(act.viewer, work.now)
    const book = await bookInHand(work, act.bookId, act.month)
    if (book === null) throw new DomainError('ledger.book-not-found')
    requireReader(viewer, book.state.book)
    mustRun(book)
    const { next, entries = [], facts } = await act.decide(viewer, book.state, work)
    book.write({ next, entries, facts, by: viewer.personId })
  })
}
