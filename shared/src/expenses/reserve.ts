import { DomainError, type Fen } from '../kernel'
import { currentRevision, type ExpenseRequest } from './expense'

/**
 * Money of cash or bank that a request holds back: promised by the approval, not yet taken off by the book. After a
 * reversal the book shows it again though it has long left, so it is held back again until the next posting.
 */
export function reservedFen(request: ExpenseRequest): Fen {
  const isPromised = request.status === 'approved' || request.status === 'paid'
  return isPromised ? currentRevision(request).content.amountFen : 0
}

/**
 * What an approval may still promise. @param balanceFen of cash or of the bank, by the book
 * @param others every request of the book that pays from it; the caller holds the balance's lock, else two race
 */
export function availableFen(balanceFen: Fen, others: readonly ExpenseRequest[]): Fen {
  return others.reduce((rest, request) => rest - reservedFen(request), balanceFen)
}

/** @throws expense.no-money */
export function mustBeAffordable(amountFen: Fen, available: Fen): void {
  if (amountFen > available) throw new DomainError('expense.no-money', { amountFen, availableFen: available })
}
