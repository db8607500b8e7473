import {
  addDays, chinaClockFace, DAY_MS, formatDate, formatDateTime, HOUR_MS, MINUTE_MS, startOfChinaDay, type CalendarDate,
  type EpochMs,
} from '@huiying/shared/kernel'
import { DEFAULT_REPORT_IN_MS, type PromiseKind, type ServiceHours, type SlaTerms } from '@huiying/shared/sla'
import { KIND_NAMES } from '@huiying/shared/tickets'
import { hoursWords } from '@/features/tickets/promise-words'

/** "45 分钟", "24 小时", "7 天": hours up to three days, because a day of the office is no day of the clock. */
export function spanWords(ms: number): string {
  if (ms < HOUR_MS) return `${ms / MINUTE_MS} 分钟`
  const hours = Math.floor(ms / HOUR_MS)
  const minutes = Math.round((ms % HOUR_MS) / MINUTE_MS)
  if (minutes !== 0) return `${hours} 小时 ${minutes} 分钟`
  return ms > 3 * DAY_MS && ms % DAY_MS === 0 ? `${ms / DAY_MS} 天` : `${hours} 小时`
}

export function kindsWords(kinds: readonly PromiseKind[]): string {
  return kinds.map((kind) => KIND_NAMES[kind]).join('、')
}

/** The terms as one would tell them to a new colleague, always in the same order: two of them are held side by side. */
export function termsSentences(terms: SlaTerms): readonly string[] {
  const { reminderMs, responseMs, closureMs, closureWarningMs, orderRepeatMs, countyMs, silenceMs, rejectionMs } = terms
  return [
    `${spanWords(responseMs)}内要有人回。${spanWords(reminderMs)}还没人回，提醒全村干部和包村干部；超时告诉街道和领导。`,
    `${spanWords(closureMs)}内要办完。提前 ${spanWords(closureMs - closureWarningMs)}提醒经办的人。`,
    `没办完，发督办单；以后每 ${spanWords(orderRepeatMs)}再发一次，超时 ${spanWords(countyMs)}起告诉县里。`,
    `叫到的部门，${spanWords(terms.reportInMs ?? DEFAULT_REPORT_IN_MS)}内要到，这个时间一直按全天算。`,
    servedWords(terms.serviceHours),
    `办结以后，村民 ${spanWords(silenceMs)}不说话，算没有评；${spanWords(rejectionMs)}内都可以说没办好。${forgottenWords(terms.forgetMs)}`,
  ]
}

function forgottenWords(forgetMs: number | undefined): string {
  return forgetMs === undefined ? '' : `办完 ${spanWords(forgetMs)}后，抹去是谁说的。`
}

/** What of the sentences is another one. */
export function changedSentences(before: SlaTerms, after: SlaTerms): readonly (readonly [string, string])[] {
  const old = termsSentences(before)
  return termsSentences(after).flatMap((sentence, index) => {
    const was = old[index] ?? ''
    return was === sentence ? [] : [[was, sentence] as const]
  })
}

export function servedWords(hours: ServiceHours | undefined): string {
  if (hours === undefined) return '什么事都按全天算，夜里、放假也算。'
  return `${kindsWords(hours.kinds)}只算上班时间：${hoursWords(hours)}，放假不算，调休上班的算。求助一直按全天算。`
}

/** "上午11:00" of the same day, else the whole: "11月30日 周一 上午9:30". */
export function dueWords(dueAt: EpochMs, saidAt: EpochMs): string {
  const [said, due] = [formatDateTime(saidAt), formatDateTime(dueAt)]
  const day = due.slice(0, due.lastIndexOf(' '))
  return said.startsWith(day) ? `当天${due.slice(day.length + 1)}` : due
}

/** "11月23日 周一", and what of it people say first. */
export function dayWords(on: CalendarDate, today: CalendarDate): string {
  const near = formatDate(on, today)
  return near === '明天' ? `${near}（${plainDay(on)}）` : near
}

/** Days one would choose for a new rule: tomorrow, next Monday, the first of next month; each once. */
export function firstDays(today: CalendarDate): readonly CalendarDate[] {
  const tomorrow = addDays(today, 1)
  const { weekday } = chinaClockFace(startOfChinaDay(today))
  const monday = addDays(today, ((8 - weekday) % 7) || 7)
  const later = addDays(`${today.slice(0, 7)}-01`, 32)
  return [...new Set([tomorrow, monday, `${later.slice(0, 7)}-01`])].sort()
}

function plainDay(on: CalendarDate): string {
  return formatDate(on, addDays(on, 7))
}
