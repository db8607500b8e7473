import { formatYuan, isCalendarDate, parseYuan, type CalendarDate, type Fen } from '@huiying/shared/kernel'

export const AMOUNT_FAULT = '没看懂，请写成 1280 或 1280.50'
export const DAY_FAULT = '没看懂，请写成 2026-09-14'

/** "" counts as nothing yet; `null`: no amount anybody would write so. */
export function amountOf(text: string): Fen | null {
  if (text.trim() === '') return 0
  const amountFen = parseYuan(text)
  return amountFen === null || amountFen < 0 ? null : amountFen
}

/** "¥1,280.00" → "1280.00": as one types it; nothing for nothing. */
export function amountText(amountFen: Fen): string {
  return amountFen === 0 ? '' : formatYuan(amountFen).replace(/[¥,]/g, '')
}

/** "2026-9-1", "2026.09.01", "20260901", "2026年9月1日"; `null`: none of them, or no such day. */
export function dayOf(text: string): CalendarDate | null {
  const match = /^(\d{4})(?:年|[-./])?(\d{1,2})(?:月|[-./])?(\d{1,2})日?$/.exec(text.trim())
  if (match === null) return null
  const [, year = '', month = '', date = ''] = match
  const on = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isCalendarDate(on) ? on : null
}

/** "2026年9月14日" */
export function longDay(on: CalendarDate): string {
  return `${on.slice(0, 4)}年${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`
}

/** "12.35" 亩 as hundredths; `null`: no such area. */
export function centiMuOf(text: string): number | null {
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?亩?$/.exec(text.trim())
  if (match === null) return null
  const [, whole = '', decimals = ''] = match
  // Side by side, never multiplied: see parseYuan.
  return Number(`${whole}${decimals.padEnd(2, '0')}`)
}

export function muText(areaCentiMu: number): string {
  const digits = `${areaCentiMu}`.padStart(3, '0')
  const decimals = digits.slice(-2).replace(/0+$/, '')
  return `${digits.slice(0, -2)}${decimals === '' ? '' : `.${decimals}`}`
}
