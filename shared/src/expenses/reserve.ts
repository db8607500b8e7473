import { DomainError, type Fen } from '../kernel'
import { currentRevision, type ExpenseRequest } from './expense'

/**
 * Money of cash or bank that a request holds back: promised by the approval, not yet taken off by the book. After a
 * reversal the book shows it again though it has long left, so it is held back again until the next posting. The book
 * keeps the same as its reserves; a check holds one against the other.
 */
export function reservedFen(request: ExpenseRequest): Fen {
  const isPromised = request.status === 'approved' || request.status === 'paid'
  return isPromised ? currentRevision(request).content.amountFen : 0
}

/**
 * @param availableFen what the book may still promise of the account it would be paid from, all reserves taken off; the
 * caller holds that account's lock, and reserves in the same transaction, else two approvals race
 * @throws expense.no-money
 */
export function mustBeAffordable(amountFen: Fen, availableFen: Fen): void {
  if (amountFen > availableFen) throw new DomainError('expense.no-money', { amountFen, availableFen })
}
