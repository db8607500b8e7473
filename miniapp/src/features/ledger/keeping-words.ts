import type { EpochMs } from '@huiying/shared/kernel'
import { monthName, type KeeperAnswer, type KeeperMonth, type Month } from '@huiying/shared/ledger'
import { isThisYear, monthTitle } from './words'

/** What a month that is over still lacks; the running one lacks nothing yet. */
export type MonthLack = 'assertion' | 'closure' | 'publication'

export interface LackingMonth {
  readonly month: Month
  readonly lack: MonthLack
}

/** Oldest first: the order in which it is done. */
export function lacksOf({ months }: Pick<KeeperAnswer, 'months'>): readonly LackingMonth[] {
  const running = months[0]?.month ?? ''
  return [...months].reverse().flatMap((one) => {
    const lack = lackOf(one, running)
    return lack === null ? [] : [{ month: one.month, lack }]
  })
}

const LACK_WORDS: Readonly<Record<MonthLack, string>> = {
  assertion: '还没和银行对账', closure: '对过账了，还没结账', publication: '结了账，还没公示',
}

/** "9月还没和银行对账"; an earlier year is said. */
export function lackWords({ month, lack }: LackingMonth, now: EpochMs): string {
  return `${isThisYear(month, now) ? monthName(month) : monthTitle(month)}${LACK_WORDS[lack]}`
}

function lackOf({ month, status }: Pick<KeeperMonth, 'month' | 'status'>, running: Month): MonthLack | null {
  if (month >= running || status === 'published') return null
  return status === 'open' ? 'assertion' : status === 'asserted' ? 'closure' : 'publication'
}
