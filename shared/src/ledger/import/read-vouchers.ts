import { formatYuan, sumFen, type CalendarDate } from '../../kernel'
import { readDay, type ListFault, type TableRow } from '../../tables'
import { accountOf } from '../account'
import type { Book } from '../book'
import { creditsOf, debitsOf, type Line } from '../entry'
import { COUNTERPARTY_LIMIT, PURPOSE_LIMIT } from '../limits'
import { monthOf, type Month } from '../month'
import { SOURCE_NAMES } from '../sentence'
import { placeIn, readAccount, readAmount, readChoice, readCount, readMonth, readWords } from './book-cells'

const VOUCHER_MOST = 999_999
const SOURCE_WORDS = SOURCE_NAMES
type SourceWord = keyof typeof SOURCE_WORDS

/** A voucher of the file, sound in itself; `row` is its first. */
export interface FileVoucher {
  readonly row: TableRow
  readonly month: Month
  readonly voucher: number
  readonly on: CalendarDate
  readonly purpose: string
  readonly counterparty: string | null
  readonly source: SourceWord
  readonly corrects: { readonly month: Month; readonly voucher: number } | null
  readonly contractCode: string | null
  readonly lines: readonly Line[]
}

interface FileLine {
  readonly row: TableRow
  readonly month: Month
  readonly voucher: number
  readonly line: Line
  /** What holds for the whole voucher; `null`: left out on this row. */
  readonly whole: Readonly<Record<Whole, string | null>>
}

const WHOLE = ['日期', '摘要', '对方', '来源', '更正', '合同'] as const
type Whole = (typeof WHOLE)[number]

/** Vouchers in the order of months and numbers, and every fault that can be seen without posting them. */
export function readVouchers(book: Book, rows: readonly TableRow[], faults: ListFault[]): readonly FileVoucher[] {
  const before = faults.length
  const lines = rows.flatMap((row) => readLine(book, row, faults))
  const groups = new Map<string, FileLine[]>()
  for (const line of lines) {
    const key = `${line.month} ${`${line.voucher}`.padStart(6, '0')}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  const isWhole = faults.length === before
  const inOrder = [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group)
  // Of a voucher with a row left out it can't be said whether it balances.
  return isWhole ? inOrder.flatMap((group) => voucherOf(group, faults)) : []
}

function readLine(book: Book, row: TableRow, faults: ListFault[]): readonly FileLine[] {
  const month = row.read('月', readMonth)
  const voucher = row.read('号', readCount(1, VOUCHER_MOST))
  const line = readSides(book, row, faults)
  const on = row.read('日期', readDay)
  const whole = {
    日期: on ?? null,
    摘要: row.read('摘要', readWords(PURPOSE_LIMIT)) ?? null,
    对方: row.read('对方', readWords(COUNTERPARTY_LIMIT)) ?? null,
    来源: row.read('来源', readChoice(SOURCE_WORDS)) ?? null,
    更正: row.read('更正', readWords(PURPOSE_LIMIT)) ?? null,
    合同: row.read('合同', readWords(COUNTERPARTY_LIMIT)) ?? null,
  }
  if (!month || !voucher || line === null) return []
  if (on && monthOf(on) !== month) faults.push(row.fault('日期', `${on} 不在 ${month} 这个月里，请核对`))
  return [{ row, month, voucher, line, whole }]
}

/** The account with its amount on one side. `null`: faulty, which is noted, or no amount at all. */
export function readSides(book: Book, row: TableRow, faults: ListFault[], mayBeBlank = false): Line | null {
  const account = row.read('科目', readAccount)
  const name = row.read('名称', readWords(COUNTERPARTY_LIMIT))
  const [debitFen, creditFen] = [row.read('借方', readAmount), row.read('贷方', readAmount)]
  if (!account || debitFen === undefined || creditFen === undefined || name === undefined) return null
  const known = nameOf(book, account)
  if (known === null) faults.push(row.fault('科目', `没有 ${account} 这个科目，请核对，或者先写进“明细科目”表`))
  if (known === null) return null
  if (name !== null && plain(name) !== plain(known)) {
    faults.push(row.fault('名称', `${account} 是“${known}”，不是“${name}”，请核对编号和名称`))
    return null
  }
  const [debit, credit] = [debitFen ?? 0, creditFen ?? 0]
  if (debit > 0 && credit > 0) faults.push(row.fault('贷方', '借方和贷方都有数，一行只填一边，请分成两行'))
  if (debit === 0 && credit === 0 && !mayBeBlank) faults.push(row.fault('借方', '借方和贷方都空着，请填上一边'))
  if ((debit > 0) === (credit > 0)) return null
  return { account, side: debit > 0 ? 'debit' : 'credit', amountFen: debit > 0 ? debit : credit }
}

function voucherOf(group: readonly FileLine[], faults: ListFault[]): readonly FileVoucher[] {
  const [first] = group
  if (first === undefined) return []
  const before = faults.length
  const { row, month, voucher, whole } = first
  for (const other of group.slice(1)) {
    for (const column of WHOLE) {
      const [here, there] = [other.whole[column], whole[column]]
      if (here === null || here === there) continue
      faults.push(other.row.fault(column, `和第 ${row.number} 行不一样；同一号的几行是一笔，请改成一样，或者改号`))
    }
  }
  if (whole.日期 === null) faults.push(row.fault('日期', '空着，一笔的第一行要写日期'))
  if (whole.摘要 === null) faults.push(row.fault('摘要', '空着，请写清楚这笔钱是做什么的'))
  const lines = group.map(({ line }) => line)
  const gapFen = sumFen([debitsOf(lines), -creditsOf(lines)])
  if (gapFen !== 0) {
    const side = gapFen > 0 ? '借方多' : '贷方多'
    faults.push(row.fault('号', `${month} 第 ${voucher} 号借贷不平，${side} ${formatYuan(Math.abs(gapFen))}，请核对这一笔的每一行`))
  }
  const corrects = whole.更正 === null ? null : placeIn(whole.更正)
  const source = (whole.来源 as SourceWord | null) ?? 'imported'
  if (source === 'reversal' && corrects === null) {
    faults.push(row.fault('更正', '请写更正哪一笔，如 2026年8月第3号'))
  }
  if (whole.合同 !== null && !['imported', 'income'].includes(source)) {
    faults.push(row.fault('合同', '只有收租金的才写合同，请清空'))
  }
  if (faults.length > before || whole.日期 === null || whole.摘要 === null) return []
  return [{
    row, month, voucher, on: whole.日期, purpose: whole.摘要, counterparty: whole.对方, source, corrects,
    contractCode: whole.合同, lines,
  }]
}

function nameOf(book: Book, account: string): string | null {
  try {
    return accountOf(book, account).name
  } catch {
    return null
  }
}

/** Brackets come in two widths. */
function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '')
}
