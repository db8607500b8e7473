import { sumFen, type Fen } from '../kernel'
import { accountOf, rootCodeOf } from './account'
import type { Book } from './book'
import type { Month } from './month'
import { balanceOfFen, type Turnover } from './turnover'

interface Sides {
  readonly debitFen: Fen
  readonly creditFen: Fen
}

export interface TrialBalanceRow {
  readonly account: string
  readonly name: string
  /** 期初余额 */
  readonly opening: Sides
  /** 本期发生额; less than zero where more was taken back than written. */
  readonly period: Sides
  /** 期末余额 */
  readonly closing: Sides
}

export interface TrialBalance {
  readonly rows: readonly TrialBalanceRow[]
  /** The two sides of each pair are equal, or the book is broken. */
  readonly total: Omit<TrialBalanceRow, 'account' | 'name'>
}

/**
 * 科目余额表 of a month, by the chart's accounts; `by: 'sub-account'` shows those below them instead. What a book was
 * opened with counts as opening balance of its first month.
 */
export function trialBalance(
  book: Book,
  turnovers: readonly Turnover[],
  month: Month,
  by: 'account' | 'sub-account' = 'account',
): TrialBalance {
  const codeOf = ({ account }: Turnover): string => (by === 'account' ? rootCodeOf(account) : account)
  const codes = [...new Set(turnovers.filter((one) => one.month <= month).map(codeOf))].sort()
  const rows = codes.map((account): TrialBalanceRow => {
    const own = turnovers.filter((one) => codeOf(one) === account)
    const opening = own.filter((one) => one.month < month || (one.month === month && one.kind === 'opening'))
    const period = own.filter((one) => one.month === month && one.kind !== 'opening')
    return {
      account,
      name: accountOf(book, account).name,
      opening: sideOf(balanceOfFen(opening)),
      period: {
        debitFen: sumFen(period.map(({ debitFen }) => debitFen)),
        creditFen: sumFen(period.map(({ creditFen }) => creditFen)),
      },
      closing: sideOf(balanceOfFen([...opening, ...period])),
    }
  })
  const sum = (part: 'opening' | 'period' | 'closing'): Sides => ({
    debitFen: sumFen(rows.map((row) => row[part].debitFen)),
    creditFen: sumFen(rows.map((row) => row[part].creditFen)),
  })
  return { rows, total: { opening: sum('opening'), period: sum('period'), closing: sum('closing') } }
}

function sideOf(balanceFen: Fen): Sides {
  return balanceFen >= 0 ? { debitFen: balanceFen, creditFen: 0 } : { debitFen: 0, creditFen: -balanceFen }
}
