import { DomainError, textLength, type Decision, type EpochMs } from '../kernel'
import type { SeatedPost } from '../identity'
import type { ExpenseRequest } from './expense'
import type { ExpenseFact } from './facts'
import { EXPENSE_REASON_LIMIT } from './limits'
import { holdersOf } from './one-shoulder'

export type ExpenseDecision = Decision<ExpenseRequest, ExpenseFact>

/** What every fact of an expense says first. */
export function about(request: Pick<ExpenseRequest, 'id' | 'villageId'>): {
  readonly subjectId: string
  readonly villageId: string
} {
  return { subjectId: request.id, villageId: request.villageId }
}

/** @throws expense.only-accountant */
export function mustBeAccountant(
  villageId: string,
  personId: string,
  posts: readonly SeatedPost[],
  now: EpochMs,
): void {
  if (!holdersOf('accountant', villageId, posts, now).includes(personId)) throw new DomainError('expense.only-accountant')
}

/** @throws expense.ended, expense.frozen */
export function mustBeBeforeApproval({ status }: Pick<ExpenseRequest, 'status'>): void {
  if (status === 'withdrawn' || status === 'cancelled') throw new DomainError('expense.ended')
  if (status !== 'draft' && status !== 'signing' && status !== 'refused') throw new DomainError('expense.frozen')
}

/** @throws expense.reason-missing, expense.text-too-long */
export function checkedReason(text: string): string {
  const reason = text.trim()
  if (reason === '') throw new DomainError('expense.reason-missing')
  if (textLength(reason) > EXPENSE_REASON_LIMIT) {
    throw new DomainError('expense.text-too-long', { limit: EXPENSE_REASON_LIMIT })
  }
  return reason
}
