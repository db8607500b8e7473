import { livePosting, markPublished } from '@huiying/shared/expenses'
import type { Month } from '@huiying/shared/ledger'
import type { Work } from '../../platform/database/work'
import { ExpenseRepository } from './expense.repository'
import { postedInMonth } from './posted-in-month.board'

/**
 * A month hangs on the wall: the expenses whose entries stand in it are published. Those that are already are left
 * alone, so it may run again. Gives back the writing.
 */
export async function publishExpenses(work: Work, bookId: string, month: Month): Promise<() => void> {
  const entries = await postedInMonth(work, bookId, month)
  const expenses = new ExpenseRepository(work)
  const loaded = await expenses.loadAll([...new Set(entries.map(({ expenseId }) => expenseId))])
  const there = loaded.filter((one) =>
    one.status === 'posted' && entries.some(({ entryId }) => entryId === livePosting(one)?.entryId))
  return expenses.prepare(...there.map((before) => ({ before, by: null, ...markPublished(before) })))
}
