import { DAY_MS, HOUR_MS, MINUTE_MS, type EpochMs } from './time'

/** A day in China, "YYYY-MM-DD". */
export type CalendarDate = string

// China has kept one zone without summer time since 1991, so plain arithmetic is exact, and it
// works on phones whose browser has no Intl.
const CHINA_OFFSET_MS = 8 * HOUR_MS

export interface ChinaClockFace {
  readonly year: number
  /** 1–12 */
  readonly month: number
  /** 1–31 */
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 0 = Sunday … 6 = Saturday */
  readonly weekday: number
}

/** What a clock on a wall in China shows at the instant. */
export function chinaClockFace(at: EpochMs): ChinaClockFace {
  const shifted = new Date(at + CHINA_OFFSET_MS)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  }
}

export function chinaDateOf(at: EpochMs): CalendarDate {
  const face = chinaClockFace(at)
  return `${face.year}-${twoDigits(face.month)}-${twoDigits(face.day)}`
}

/** Midnight in China at which the day begins. Expects a date that `isCalendarDate` accepts. */
export function startOfChinaDay(date: CalendarDate): EpochMs {
  return Date.parse(`${date}T00:00:00Z`) - CHINA_OFFSET_MS
}

export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const parsed = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text)
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return chinaDateOf(startOfChinaDay(date) + days * DAY_MS)
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** "9月14日 周一 上午10:05" */
export function formatDateTime(at: EpochMs): string {
  const face = chinaClockFace(at)
  return `${face.month}月${face.day}日 ${WEEKDAYS[face.weekday]} ${formatTime(at)}`
}

/** "今天", "明天", "9月16日 周三" */
export function formatDate(date: CalendarDate, today: CalendarDate): string {
  if (date === today) return '今天'
  if (date === addDays(today, 1)) return '明天'
  const face = chinaClockFace(startOfChinaDay(date))
  return `${face.month}月${face.day}日 ${WEEKDAYS[face.weekday]}`
}

/** "上午10:05" */
export function formatTime(at: EpochMs): string {
  const { hour, minute } = chinaClockFace(at)
  const half = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
  return `${half}${hour > 12 ? hour - 12 : hour}:${twoDigits(minute)}`
}

/** "今天上午10:05", "明天…", "昨天…", otherwise the full form. */
export function formatNear(at: EpochMs, now: EpochMs): string {
  const days = Math.round((startOfChinaDay(chinaDateOf(at)) - startOfChinaDay(chinaDateOf(now))) / DAY_MS)
  const name = days === 0 ? '今天' : days === 1 ? '明天' : days === -1 ? '昨天' : null
  return name === null ? formatDateTime(at) : name + formatTime(at)
}

/** A past instant as people say it: "刚刚", "12 分钟前", "3 小时前", else `formatNear`. */
export function formatAgo(at: EpochMs, now: EpochMs): string {
  const passedMs = now - at
  if (passedMs < MINUTE_MS) return '刚刚'
  if (passedMs < HOUR_MS) return `${Math.floor(passedMs / MINUTE_MS)} 分钟前`
  if (chinaDateOf(at) === chinaDateOf(now)) return `${Math.floor(passedMs / HOUR_MS)} 小时前`
  return formatNear(at, now)
}

/** A length of time as people say it: "42 分钟", "3 小时 5 分钟", "2 天 1 小时". Rounds minutes up. */
export function formatLength(lengthMs: number): string {
  const minutes = Math.max(1, Math.ceil(lengthMs / MINUTE_MS))
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes % 60} 分钟`
  return hours % 24 === 0 ? `${Math.floor(hours / 24)} 天` : `${Math.floor(hours / 24)} 天 ${hours % 24} 小时`
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`
}
