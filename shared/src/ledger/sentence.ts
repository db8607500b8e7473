import { formatYuan, maskNumbersIn, sumFen, type Fen } from '../kernel'
import { rootCodeOf } from './account'
import { CASH } from './chart'
import { debitsOf, type Entry, type EntryPlace, type EntrySourceType, type PostedEntry } from './entry'
import { moneyChanges, moneyMovedFen } from './money-rules'
import { monthName, type Month } from './month'

/**
 * The entry as one says it to a neighbour: "9月14日，修下水道，付给青溪管道店 ¥1,280.00". The year is said by the page.
 * Numbers that lead to a person are masked here too: a book brought in from elsewhere may hold some.
 */
export function sentenceOf(entry: Entry): string {
  return maskNumbersIn([dayName(entry.on), ...partsOf(entry)].join('，'))
}

/** "9月已更正（9月第3号）", under an entry that was taken back; `null` where it stands. */
export function correctionWordsOf({ reversedBy }: PostedEntry): string | null {
  return reversedBy === null ? null : `${monthName(reversedBy.month)}已更正（${voucherName(reversedBy)}）`
}

/** A published month's page names what was corrected since, in later months: its own figures stay. */
export function laterCorrectionsOf(month: Month, entries: readonly PostedEntry[]): readonly PostedEntry[] {
  return entries.filter(({ entry, reversedBy }) =>
    entry.month === month && reversedBy !== null && reversedBy.month > month)
}

/** "9月第12号" */
export function voucherName({ month, voucher }: Pick<EntryPlace, 'month' | 'voucher'>): string {
  return `${monthName(month)}第${voucher}号`
}

export const SOURCE_NAMES: Readonly<Record<EntrySourceType, string>> = {
  expense: '开支',
  income: '收入',
  opening: '建账时的家底',
  manual: '记账',
  'year-end': '年末结转',
  imported: '建账前记的',
  reversal: '更正',
}

function partsOf(entry: Entry): readonly string[] {
  const { source, purpose, lines } = entry
  const movedFen = moneyMovedFen(lines)
  const amount = formatYuan(Math.abs(movedFen))
  switch (source.type) {
    case 'opening':
      return [`建账时村里有 ${amount}`]
    case 'year-end':
      return ['年末把一年的收支结清', '没有动钱']
    case 'reversal': {
      const what = `更正${monthName(source.month)}第${source.voucher}号：${purpose}`
      if (movedFen === 0) return [what, '没有动钱']
      return [what, movedFen > 0 ? `${amount} 记回村里` : `${amount} 从账上减掉`]
    }
    case 'imported':
      return [`${purpose}（建账前记的）`, movedWords(entry, movedFen)]
    case 'expense':
    case 'income':
    case 'manual':
      return [purpose, movedWords(entry, movedFen)]
  }
}

function movedWords({ counterparty, lines }: Entry, movedFen: Fen): string {
  const amount = formatYuan(Math.abs(movedFen))
  if (movedFen < 0) return counterparty === null ? `付出 ${amount}` : `付给${counterparty} ${amount}`
  if (movedFen > 0) return counterparty === null ? `收到 ${amount}` : `收到${counterparty} ${amount}`
  return transferWords(lines)
}

/** Money that only changed its place, or none at all. */
function transferWords(lines: Entry['lines']): string {
  const changes = [...moneyChanges(lines)]
  const gained = changes.filter(([, changeFen]) => changeFen > 0)
  const [first] = gained
  if (first === undefined) return `记 ${formatYuan(debitsOf(lines))}，没有动钱`
  const amountFen: Fen = sumFen(gained.map(([, changeFen]) => changeFen))
  const lost = changes.find(([, changeFen]) => changeFen < 0)?.[0] ?? ''
  const [toCash, fromCash] = [rootCodeOf(first[0]) === CASH, rootCodeOf(lost) === CASH]
  const words = toCash ? '从银行取成现金' : fromCash ? '把现金存进银行' : '在村里的账户之间转了'
  return `${words} ${formatYuan(amountFen)}`
}

function dayName(on: string): string {
  return `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`
}
