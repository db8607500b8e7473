import { markPostingReversed } from '@huiying/shared/expenses'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError, type CalendarDate } from '@huiying/shared/kernel'
import { mayReadBook, monthOf, reverseEntry } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { bookInHand, postedEntry } from '../ledger/public'
import { ExpenseRepository } from './expense.repository'

export interface ReversalInput {
  readonly entryId: string
  readonly on: CalendarDate
  readonly reason: string
}

/**
 * 红字冲销 of any entry; an expense behind it waits for the right posting from then on. Answers where it stands.
 * @throws ledger.entry-not-found, what `reverseEntry` does
 */
export class ReverseEntryOf {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { entryId, on, reason }: ReversalInput): Promise<{ readonly bookId: string }> {
    return this.unitOfWork.run(async (work) => {
      const current = viewerLater(viewer, work.now)
      const { entry: { source, bookId } } = await this.found(work, entryId)
      const expenses = new ExpenseRepository(work)
      // The expense before the book, as everywhere.
      const expense = source.type === 'expense' ? await expenses.load(source.expenseId) : null
      const book = await bookInHand(work, bookId)
      if (book === null || !mayReadBook(current, book.state.book)) throw new DomainError('ledger.entry-not-found')
      // Again, now that nobody else can reverse it.
      const posted = await this.found(work, entryId)
      const wish = { entryId: this.ids.next(), month: monthOf(on), on, reason }
      const { next, facts } = reverseEntry(current, book.state, posted, wish, work.now)
      const store = expense === null
        ? () => undefined
        : await expenses.prepare({
            before: expense, by: viewer.personId, ...markPostingReversed(expense, entryId, wish.entryId, work.now),
          })
      store()
      book.write({ next: next.state, entries: [next.entry], facts, by: viewer.personId })
      return { bookId }
    })
  }

  private async found(...[reads, entryId]: Parameters<typeof postedEntry>) {
    const posted = await postedEntry(reads, entryId)
    if (posted === null) throw new DomainError('ledger.entry-not-found')
    return posted
  }
}
