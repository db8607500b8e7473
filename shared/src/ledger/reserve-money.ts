import { DomainError, type Decision, type EpochMs, type Fen } from '../kernel'
import { accountOf, isMoney } from './account'
import { availableFen, moneyOf, type BookState } from './book-state'
import type { LedgerFact } from './facts'
import { AMOUNT_LIMIT_FEN } from './limits'
import { balanceFen } from './money-account'

export interface ReserveWish {
  readonly expenseId: string
  readonly account: string
  readonly amountFen: Fen
  /** An entry for it stands in the book and was not taken back; the database knows, which keeps them all. */
  readonly isPosted: boolean
}

/**
 * With the last signature the money is set aside. Of two approvals that race for the same money the second is told
 * what is left. Who may approve is the expense's matter.
 * @throws ledger.account-unknown, ledger.account-closed, ledger.not-money, ledger.amount-invalid,
 *   ledger.reserved-already, ledger.expense-posted, ledger.not-enough-money
 */
export function reserveMoney(
  state: BookState,
  { expenseId, account, amountFen, isPosted }: ReserveWish,
  now: EpochMs,
): Decision<BookState, LedgerFact> {
  const { name, isActive } = accountOf(state.book, account)
  if (!isActive) throw new DomainError('ledger.account-closed', { account, name })
  if (!isMoney(account)) throw new DomainError('ledger.not-money', { name })
  if (!Number.isInteger(amountFen) || amountFen <= 0 || amountFen > AMOUNT_LIMIT_FEN) {
    throw new DomainError('ledger.amount-invalid', { account })
  }
  if (state.reserves.some((one) => one.expenseId === expenseId)) throw new DomainError('ledger.reserved-already')
  // Else it could be posted twice, and taken back twice.
  if (isPosted) throw new DomainError('ledger.expense-posted')
  const leftFen = availableFen(state, account)
  if (leftFen < amountFen) {
    const heldFen = balanceFen(moneyOf(state, account))
    throw new DomainError('ledger.not-enough-money', { name, availableFen: leftFen, reservedFen: heldFen - leftFen, amountFen })
  }
  return {
    next: { ...state, reserves: [...state.reserves, { expenseId, account, amountFen, at: now }] },
    facts: [{ type: 'ledger.reserved', subjectId: state.book.id, expenseId, account, amountFen }],
  }
}

/**
 * The expense was cancelled, or what was paid came back.
 * @throws ledger.not-reserved
 */
export function releaseMoney(state: BookState, expenseId: string): Decision<BookState, LedgerFact> {
  const reserve = state.reserves.find((one) => one.expenseId === expenseId)
  if (reserve === undefined) throw new DomainError('ledger.not-reserved')
  const { account, amountFen } = reserve
  return {
    next: { ...state, reserves: state.reserves.filter((one) => one !== reserve) },
    facts: [{ type: 'ledger.released', subjectId: state.book.id, expenseId, account, amountFen }],
  }
}
