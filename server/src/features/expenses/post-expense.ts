import { approvalOf, currentRevision, markPosted, type ExpenseRequest } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import { DomainError, type CalendarDate } from '@huiying/shared/kernel'
import { monthOf, postEntry, VOUCHER_LIMIT, type EntryDraft } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { bookInHand } from '../ledger/public'
import { digestOf } from '../signing/public'
import { expenseInHand, stored } from './act-on-expense'
import { payeeForAll } from './payee-for-all'

/** What was paid goes into the book, on a day of an open month. @throws what `postEntry` and `markPosted` do */
export class PostExpense {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, expenseId: string, on: CalendarDate): Promise<null> {
    return this.unitOfWork.run(async (work) => {
      const hand = await expenseInHand(work, viewer, expenseId)
      const { request, personId } = hand
      const entryId = this.ids.next()
      const book = await bookInHand(work, request.bookId)
      if (book === null) throw new Error(`expense ${expenseId} belongs to no book`)
      const decision = markPosted(request, entryId, work.now)
      if (request.payment !== null && on < request.payment.paidOn) {
        throw new DomainError('expense.posting-too-early', { paidOn: request.payment.paidOn })
      }
      const { next, facts } = postEntry(hand.viewer, book.state, entryOf(request, entryId, on), work.now)
      const store = await stored(hand, decision)
      store()
      book.write({ next: next.state, entries: [next.entry], facts, by: personId })
      return null
    })
  }
}

/** What it was for is debited, what it was paid from credited, with the digests of all its papers. */
function entryOf(request: ExpenseRequest, entryId: string, on: CalendarDate): EntryDraft {
  const { purpose, payee, accountCode, payFrom, amountFen, vouchers } = currentRevision(request).content
  const papers = [...vouchers, ...(request.payment === null ? [] : [request.payment.proof])]
  return {
    entryId,
    month: monthOf(on),
    on,
    purpose,
    counterparty: payeeForAll(payee),
    source: { type: 'expense', expenseId: request.id, approval: digestOf(approvalOf(request)) },
    lines: [
      { account: accountCode, side: 'debit', amountFen },
      { account: payFrom, side: 'credit', amountFen },
    ],
    vouchers: [...new Set(papers.map(({ sha256 }) => sha256))].slice(0, VOUCHER_LIMIT),
  }
}
