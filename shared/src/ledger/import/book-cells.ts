import { excerpt, parseYuan, textLength, type Fen } from '../../kernel'
import { cellText, readDay, type Cell, type CellReader } from '../../tables'
import { AMOUNT_LIMIT_FEN } from '../limits'
import { isMonth, type Month } from '../month'

/** Words as they stand, blanks around them aside; masking is the rules' business. */
export function readWords(limit: number): CellReader<string> {
  return (cell) => {
    if (cell instanceof Date) return { fault: '被 Excel 变成了日期，请把这一列设成“文本”格式再填一遍' }
    const text = (typeof cell === 'string' ? cell : cellText(cell)).trim().replace(/\s+/g, ' ')
    if (text === '') return { value: null }
    if (textLength(text) > limit) return { fault: `太长了，请写 ${limit} 个字以内` }
    return { value: text }
  }
}

/** An amount of the file: from nothing up. Its two sides say which way, so there is no minus. */
export const readAmount: CellReader<Fen> = (cell) => {
  const text = typeof cell === 'number' ? numberText(cell) : cellText(cell)
  if (text === '' || text === '—' || text === '-') return { value: null }
  if (cell instanceof Date) return { fault: '被 Excel 变成了日期，请写成 1280.50 这样' }
  const amountFen = parseYuan(text)
  if (amountFen === null) return { fault: `${shown(cell)} 看不出是多少钱，请写成 1280.50 这样，最多两位小数` }
  if (amountFen < 0) return { fault: '不能是负数；要冲减，请写到另一边，或写一笔更正' }
  if (amountFen > AMOUNT_LIMIT_FEN) return { fault: `${shown(cell)} 太大了，请核对` }
  return { value: amountFen }
}

/** 12.35 亩 as hundredths. */
export const readArea: CellReader<number> = (cell) => {
  const read = readAmount(typeof cell === 'string' ? cell.replace(/\s*亩$/, '') : cell)
  return 'fault' in read ? { fault: `${shown(cell)} 看不出是多少亩，请写成 12.35 这样，最多两位小数` } : read
}

/** "102", 102, "10201 农商行" */
export const readAccount: CellReader<string> = (cell) => {
  const text = cellText(cell)
  if (text === '') return { value: null }
  const [, code] = /^(\d{3}(?:\d{2}){0,3})(?:\.0+)?(?:\s+\D.*)?$/.exec(text) ?? []
  return code === undefined ? { fault: `${shown(cell)} 不是科目编号，请写成 102 或 10201 这样` } : { value: code }
}

/** "2026-08", "2026年8月", 202608, or what Excel made a day of. */
export const readMonth: CellReader<Month> = (cell) => {
  const text = cellText(cell)
  if (text === '') return { value: null }
  const [, year = '', month = ''] = /^(\d{4})(?:[-/.年]?(\d{1,2}))(?:月|-01)?$/.exec(text) ?? []
  const found = `${year}-${month.padStart(2, '0')}`
  return isMonth(found) ? { value: found } : { fault: `${shown(cell)} 看不出是哪个月，请写成 2026-08 这样` }
}

export function readCount(least: number, most: number): CellReader<number> {
  return (cell) => {
    const text = cellText(cell).replace(/^(\d+)\.0+$/, '$1')
    if (text === '') return { value: null }
    const count = /^\d{1,9}$/.test(text) ? Number(text) : NaN
    const fits = count >= least && count <= most
    return fits ? { value: count } : { fault: `${shown(cell)} 不对，请写 ${least} 到 ${most} 的整数` }
  }
}

/** One of the names, as its key. */
export function readChoice<Key extends string>(names: Readonly<Record<Key, string>>): CellReader<Key> {
  return (cell) => {
    const text = cellText(cell).replace(/\s/g, '')
    if (text === '') return { value: null }
    const key = (Object.keys(names) as Key[]).find((one) => names[one] === text)
    if (key !== undefined) return { value: key }
    return { fault: `“${shown(cell)}”不认识，请从这些里选一个：${Object.values<string>(names).join('、')}` }
  }
}

/** "2028-08-01 13000.00；2030-08-01 14000" */
export const readSteps: CellReader<readonly { readonly fromOn: string; readonly amountFen: Fen }[]> = (cell) => {
  const parts = cellText(cell).split(/[;；]/).map((part) => part.trim()).filter((part) => part !== '')
  const steps = parts.flatMap((part) => {
    const [day = '', amount = ''] = part.split(/[\s:：]+/)
    const [on, fen] = [readDay(day), readAmount(amount)]
    return 'value' in on && on.value !== null && 'value' in fen && fen.value !== null
      ? [{ fromOn: on.value, amountFen: fen.value }]
      : []
  })
  if (steps.length !== parts.length) return { fault: `${shown(cell)} 看不懂，请写成 2028-08-01 13000.00，几次用分号隔开` }
  return { value: steps }
}

/** "2026年8月第3号", also within "已由2026年8月第3号更正". */
export function placeIn(text: string): { readonly month: Month; readonly voucher: number } | null {
  const [, year, month, voucher] = /(\d{4})年(\d{1,2})月第(\d{1,6})号/.exec(text) ?? []
  if (year === undefined || month === undefined || voucher === undefined) return null
  return { month: `${year}-${month.padStart(2, '0')}`, voucher: Number(voucher) }
}

/** As many digits as Excel itself shows: sums that it made are a hair off, such as 0.1 + 0.2. */
function numberText(value: number): string {
  return `${Number(value.toPrecision(15))}`
}

function shown(cell: Cell): string {
  return excerpt(cellText(cell), 20)
}
