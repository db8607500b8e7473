import { DomainError, sumFen, type CalendarDate, type Fen } from '../kernel'
import { accountOf, isMoney } from './account'
import { availableFen, moneyOf, withMoney, type BookState } from './book-state'
import { netByAccount, type Line } from './entry'
import { lowestFenFrom } from './money-account'

/** What the lines change in each cash box and bank account, up or down; accounts left as they were are left out. */
export function moneyChanges(lines: readonly Line[]): ReadonlyMap<string, Fen> {
  return new Map([...netByAccount(lines)].filter(([account, netFen]) => isMoney(account) && netFen !== 0))
}

/** What the village as a whole has more, or less, of. */
export function moneyMovedFen(lines: readonly Line[]): Fen {
  return sumFen([...moneyChanges(lines).values()])
}

/**
 * The state with the money moved. No account may fall below what is promised, in the order of posting; nor below zero
 * at the end of any day, in the order of dates: nobody can have paid on the 5th with what came on the 10th.
 * @throws ledger.not-enough-money, ledger.overdrawn-then
 */
export function moveMoney(state: BookState, lines: readonly Line[], on: CalendarDate): BookState {
  let next = state
  for (const [account, changeFen] of moneyChanges(lines)) {
    if (changeFen < 0) checkOutflow(state, account, on, -changeFen)
    next = withMoney(next, account, on, changeFen)
  }
  return next
}

function checkOutflow(state: BookState, account: string, on: CalendarDate, amountFen: Fen): void {
  const { name } = accountOf(state.book, account)
  const leftFen = availableFen(state, account)
  if (leftFen < amountFen) throw new DomainError('ledger.not-enough-money', { name, availableFen: leftFen, amountFen })
  const lowestFen = lowestFenFrom(moneyOf(state, account), on)
  if (lowestFen < amountFen) throw new DomainError('ledger.overdrawn-then', { name, on, availableFen: lowestFen, amountFen })
}
