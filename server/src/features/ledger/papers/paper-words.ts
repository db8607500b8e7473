import { formatYuan, type CalendarDate, type Fen } from '@huiying/shared/kernel'
import { lastOf, type Month } from '@huiying/shared/ledger'

/** Who signs beneath a statement (会计基础工作规范第六十五条 names whoever answers for the unit and for its accounts). */
export const SIGNATURES = ['单位负责人（签章）', '会计（签章）', '制表人（签章）'] as const
export const UNIT_WORDS = '单位：元'

/** "2026年9月30日": the day a month's figures are of. */
export function lastDayWords(month: Month): string {
  return dayWords(lastOf(month))
}

/** "2026年9月30日" */
export function dayWords(on: CalendarDate): string {
  return `${monthWords(on.slice(0, 7))}${Number(on.slice(8))}日`
}

/** "2026年9月" */
export function monthWords(month: Month): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`
}

/** "1,280.00", and a stroke for nothing: a column of zeros hides the rest. */
export function amountWords(amountFen: Fen): string {
  return amountFen === 0 ? '—' : formatYuan(amountFen).replace('¥', '')
}
