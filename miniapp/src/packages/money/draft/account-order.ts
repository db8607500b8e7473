import type { ExpenseFormAnswer } from '@huiying/shared/expenses'

type Account = ExpenseFormAnswer['accounts'][number]
type PayFrom = ExpenseFormAnswer['payFrom'][number]

/**
 * What a village spends on every week first: of the expenses those below which there is nothing finer, public welfare
 * before the office; then all the rest of the chart in its own order.
 */
export function spendingFirst(accounts: readonly Account[]): readonly Account[] {
  const rank = ({ code }: Account): number => {
    const isFine = !accounts.some((other) => other.code !== code && other.code.startsWith(code))
    const root = WEEKLY.indexOf(code.slice(0, 3))
    return root < 0 ? 2 * WEEKLY.length : isFine ? root : WEEKLY.length + root
  }
  return [...accounts].sort((one, other) => rank(one) - rank(other))
}

// 公益支出, 管理费用, 经营支出, 其他支出, 税金及附加
const WEEKLY: readonly string[] = ['514', '513', '511', '515', '512']

/** Where money lies: an account that only heads the real ones is no place, unless it stands there already. */
export function placesToPayFrom(payFrom: readonly PayFrom[], chosen: string): readonly PayFrom[] {
  const isHeading = (code: string): boolean =>
    payFrom.some((other) => other.code !== code && other.code.startsWith(code))
  return payFrom.filter(({ code, availableFen }) => code === chosen || availableFen !== 0 || !isHeading(code))
}
