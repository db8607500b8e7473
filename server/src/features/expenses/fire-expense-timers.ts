import { remindOfExpense } from '@huiying/shared/expenses'
import type { Work } from '../../platform/database/work'
import { ExpenseRepository, type ExpenseChange } from './expense.repository'
import { signingGroundOf } from './signing-ground'

/** Whoever holds it up is reminded, as the rule says. */
export async function fireExpenseTimers(work: Work, expenseIds: readonly string[]): Promise<void> {
  const expenses = new ExpenseRepository(work)
  const changes: ExpenseChange[] = []
  for (const before of await expenses.loadAll([...new Set(expenseIds)])) {
    const ground = await signingGroundOf(work, before, work.now)
    changes.push({ before, by: null, ...remindOfExpense(before, ground, work.now) })
  }
  const store = await expenses.prepare(...changes)
  store()
}
