import { addDays, chinaClockFace, startOfChinaDay, type CalendarDate } from '@huiying/shared/kernel'
import { SEAT_NAMES } from '@huiying/shared/roster'
import type { WallSheet, WallTerms, WallVisitor } from './wall-sheet'

export const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
/** Instead of a name, where somebody should sit and nobody does. */
export const HOLE = '待定'

const NOON_MINUTE = 12 * 60

/** "2026-09" → "2026年9月" */
export function monthWords(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}

/** "还没公布", "8月28日公布" */
export function publishedWords({ publishedAt }: Pick<WallSheet, 'publishedAt'>): string {
  if (publishedAt === null) return '草稿，还没有公布'
  const { month, day } = chinaClockFace(publishedAt)
  return `${month}月${day}日公布`
}

/** "柳树村2026年9月值班表-A4.pdf" */
export function sheetFileName({ villageName, month, publishedAt }: WallSheet, size: string): string {
  return `${villageName}${monthWords(month)}值班表${publishedAt === null ? '草稿' : ''}-${size}.pdf`
}

/** In whose square one looks up at night (handbook §3: the border belongs to the incoming shift). */
export function handOverWords({ handOverMinute }: Pick<WallTerms, 'handOverMinute'>): string {
  const at = clockWords(handOverMinute)
  if (handOverMinute === 0) return `每天 ${at} 交接班。`
  return handOverMinute >= NOON_MINUTE
    ? `每天 ${at} 交接班。${at} 以后有事，找第二天那一格的人。`
    : `每天 ${at} 交接班。${at} 以前有事，找前一天那一格的人。`
}

/** "包村干部 周平：每周三（2日、9日、16日、23日、30日）8:30–18:00" */
export function visitorWords({ seat, name, title, days }: WallVisitor, terms: WallTerms): string {
  const who = `${SEAT_NAMES[seat]} ${name ?? HOLE}${title === null ? '' : `（${title}）`}`
  const every = everyWeekday(days)
  const dates = days.map(dayWords).join('、')
  const when = every === null ? dates : `${every}（${dates}）`
  return `${who}：${when} ${clockWords(terms.visitFromMinute)}–${clockWords(terms.visitToMinute)}`
}

/** "139 0000 0003", as one reads it out. */
export function phoneWords(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone
}

/** 0 = Monday … 6 = Sunday */
export function weekdayFromMonday(on: CalendarDate): number {
  return (chinaClockFace(startOfChinaDay(on)).weekday + WEEKDAYS.length - 1) % WEEKDAYS.length
}

/** "每周三" where it is that day of each week. */
function everyWeekday(days: readonly CalendarDate[]): string | null {
  const [first] = days
  if (first === undefined || days.length < 2) return null
  const isWeekly = days.every((on, index) => on === addDays(first, index * WEEKDAYS.length))
  return isWeekly ? `每${WEEKDAYS[weekdayFromMonday(first)]}` : null
}

function dayWords(on: CalendarDate): string {
  return `${Number(on.slice(8))}日`
}

/** 1080 → "18:00" */
function clockWords(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
