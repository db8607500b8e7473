import { compareText, sumFen, type Fen } from '../kernel'
import { isProfitAndLoss, rootCodeOf } from './account'
import { YEAR_RESULT } from './chart'
import type { Line } from './entry'
import { UNDISTRIBUTED } from './standard-sub-accounts'
import { balanceOfFen, type Turnover } from './turnover'

/**
 * 年末结转 as lines: each account of 损益 goes to 本年收益, and that to 收益分配——未分配收益. Empty where there is nothing to
 * carry. The book needs the sub-account 未分配收益.
 */
export function yearEndLines(turnovers: readonly Turnover[]): readonly Line[] {
  const balances = new Map<string, Fen>()
  for (const turnover of turnovers) {
    const { account } = turnover
    if (!isProfitAndLoss(account) && rootCodeOf(account) !== YEAR_RESULT) continue
    balances.set(account, (balances.get(account) ?? 0) + balanceOfFen([turnover]))
  }
  const inOrder = [...balances].sort(([one], [other]) => compareText(one, other))
  const emptied = inOrder.flatMap(([account, balanceFen]) => line(account, -balanceFen))
  return [...emptied, ...line(UNDISTRIBUTED, sumFen([...balances.values()]))]
}

/** Debit for what is above zero, credit for what is below. */
function line(account: string, signedFen: Fen): readonly Line[] {
  if (signedFen === 0) return []
  return [{ account, side: signedFen > 0 ? 'debit' : 'credit', amountFen: Math.abs(signedFen) }]
}
