import { chinaDateOf } from '@huiying/shared/kernel'
import { firstOf, lastOf, monthAfter, monthName, type KeeperAnswer, type Month } from '@huiying/shared/ledger'
import { dayName } from '@/features/ledger/words'

/** What keeps the month from being shut, in words, with where to go about it. */
export interface Lack {
  readonly words: string
  readonly month: Month | null
  readonly isExpenses: boolean
  readonly isRunning: boolean
}

const NOWHERE = { month: null, isExpenses: false, isRunning: false } as const

/** Empty where nothing is in the way, or where the month is shut already. */
export function monthLacks({ month, months, now }: Pick<KeeperAnswer, 'month' | 'months' | 'now'>): readonly Lack[] {
  const row = months.find((one) => one.month === month)
  if (row === undefined || row.status === 'closed' || row.status === 'published') return []
  if (chinaDateOf(now) <= lastOf(month)) {
    const from = dayName(firstOf(monthAfter(month, 1)))
    return [{ ...NOWHERE, words: `${monthName(month)}还没有过完，${from}起才能对账、结账`, isRunning: true }]
  }
  const earliest = [...months].reverse().find(({ status }) => status === 'open' || status === 'asserted')
  return [
    ...(earliest === undefined || earliest.month >= month
      ? []
      : [{ ...NOWHERE, words: `先结${monthName(earliest.month)}的账，要一个月一个月地结`, month: earliest.month }]),
    ...(row.waitingCount === 0
      ? []
      : [{ ...NOWHERE, words: `还有 ${row.waitingCount} 笔付了钱的开支没有记账，记完再结`, isExpenses: true }]),
  ]
}
