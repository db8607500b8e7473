import { excerpt, isCalendarDate, normalizePhone, textLength, type CalendarDate } from '../kernel'
import { PERSON_NAME_LIMIT } from './sheet'

/** What a workbook's reader hands over for one cell. A `Date` stands for midnight UTC of the day typed. */
export type Cell = string | number | boolean | Date | null | undefined

/** A cell read as what its column wants (`null`: blank), or what is wrong with it. */
export type Read<Value> = { readonly value: Value | null } | { readonly fault: string }
export type CellReader<Value> = (cell: Cell) => Read<Value>

const AS_TEXT = '请把这一列设成“文本”格式再填一遍'

/** A cell's words: half-width, without blanks around them and without characters that print nothing. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return visible(String(cell)).normalize('NFKC').trim()
}

export function isBlank(cell: Cell): boolean {
  return cellText(cell) === ''
}

/** Codes are upper-cased and plain ASCII, so that both databases agree on which are the same. */
export const readCode: CellReader<string> = (cell) => {
  if (cell instanceof Date) return { fault: `被 Excel 变成了日期，${AS_TEXT}` }
  const text = withoutFloatTail(cellText(cell)).toUpperCase()
  if (text === '') return { value: null }
  const lost = lostDigits(cell, text)
  if (lost !== null) return { fault: lost }
  if (/^\d{17}[\dX]$/.test(text)) return { fault: '像是身份证号，请不要用身份证号当编号，自己定一个' }
  if (!/^[A-Z0-9][A-Z0-9._-]{0,31}$/.test(text)) {
    return { fault: `${shown(cell)} 不能当编号，请只用字母、数字和短横，32 位以内` }
  }
  return { value: text }
}

const NO_PHONE = ['无', '没有', '暂无', '-', '--', '—', '/', '0']

export const readPhone: CellReader<string> = (cell) => {
  const text = withoutFloatTail(cellText(cell))
  if (text === '' || NO_PHONE.includes(text)) return { value: null }
  const lost = lostDigits(cell, text)
  if (lost !== null) return { fault: lost }
  const phone = normalizePhone(text)
  if (phone !== null) return { value: phone }
  const digits = text.replace(/\D/g, '')
  if (digits.length >= 20) return { fault: `${shown(cell)} 像是两个号码，请只留一个` }
  if (/^0\d{2,3}-?\d{7,8}$/.test(text)) return { fault: `${shown(cell)} 是座机，这里只收手机号；没有手机就空着` }
  if (digits.length === 11 && digits === text) return { fault: `${shown(cell)} 不像手机号（手机号以 13 到 19 开头），请核对` }
  return { fault: `${shown(cell)} 不是 11 位手机号，请改成 11 位` }
}

/** "王 强" is how tables line up two-character names; the blank is no part of the name. */
export const readPersonName: CellReader<string> = (cell) => readWords(cell, PERSON_NAME_LIMIT, (text) => text.replace(/[•・‧∙]/g, '·'))

export function readTextUpTo(limit: number): CellReader<string> {
  return (cell) => readWords(cell, limit)
}

/** A day as people write it: 2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105, or what Excel knows as a date. */
export const readDay: CellReader<CalendarDate> = (cell) => {
  if (isBlank(cell)) return { value: null }
  const date = cell instanceof Date ? dayOf(cell) : dayIn(cellText(cell))
  if (date !== null && date >= '1950-01-01' && date <= '2100-12-31') return { value: date }
  return { fault: `${shown(cell)} 看不出是哪一天，请写成 2026-01-05 这样` }
}

function readWords(cell: Cell, limit: number, tidy: (text: string) => string = (text) => text): Read<string> {
  if (cell instanceof Date) return { fault: `被 Excel 变成了日期，${AS_TEXT}` }
  const text = tidy(typeof cell === 'string' ? visible(cell) : cellText(cell)).replace(/\s+/g, ' ').trim()
  // Blanks between Han characters are layout; between Latin words they are part of the name.
  const joined = text.replace(/([㐀-鿿]) (?=[㐀-鿿])/g, '$1')
  if (joined === '') return { value: null }
  if (!/[A-Za-z㐀-鿿豈-﫿\u{20000}-\u{3ffff}]/u.test(joined)) return { fault: `${shown(cell)} 里没有字，请核对是不是填错了列` }
  if (textLength(joined) > limit) return { fault: `太长了，请写 ${limit} 个字以内` }
  return { value: joined }
}

/** Excel keeps 15 digits and shows longer numbers as 1.38E+10; what it dropped can't be guessed. */
function lostDigits(cell: Cell, text: string): string | null {
  if (/^\d(\.\d+)?E\+?\d+$/i.test(text)) return `被 Excel 变成了 ${text}，数字已经丢了，${AS_TEXT}`
  if (typeof cell === 'number' && (!Number.isInteger(cell) || Math.abs(cell) >= 1e15)) return `${text} 像是被 Excel 改过的数字，${AS_TEXT}`
  return null
}

/** "101.0" is 101 on its way through another program. */
function withoutFloatTail(text: string): string {
  return text.replace(/^(\d+)\.0+$/, '$1')
}

/** Times near midnight come from rounding in the file's floating-point days. */
function dayOf(date: Date): CalendarDate | null {
  const minuteMs = 60_000
  const rounded = new Date(Math.round(date.getTime() / minuteMs) * minuteMs)
  return Number.isNaN(rounded.getTime()) ? null : rounded.toISOString().slice(0, 10)
}

function dayIn(text: string): CalendarDate | null {
  const match = /^(\d{4})(?:年|[-/.])\s*(\d{1,2})(?:月|[-/.])\s*(\d{1,2})日?(?:\s+0{1,2}:00(?::00)?)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (match === null) return null
  const [, year = '', month = '', day = ''] = match
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : null
}

/** Drops zero-width and control characters, which come along when text is copied from chats and web pages. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g, '')
}

function shown(cell: Cell): string {
  return excerpt(cellText(cell), 20)
}
