import { addDays, chinaClockFace, chinaDateOf, HOUR_MS, MINUTE_MS, startOfChinaDay, type EpochMs } from '@huiying/shared/kernel'

const HALF_HOUR_MS = 30 * MINUTE_MS

/** An hour at which a cadre says he will come: "今天下午3点半", "明天上午9点". Not at night. */
export function toldTime(at: EpochMs, saidAt: EpochMs): string {
  const rounded = Math.ceil(at / HALF_HOUR_MS) * HALF_HOUR_MS
  const { hour } = chinaClockFace(rounded)
  if (hour >= 20) return toldTime(morningAfter(rounded), saidAt)
  if (hour < 8) return toldTime(startOfChinaDay(chinaDateOf(rounded)) + 9 * HOUR_MS, saidAt)
  const { minute } = chinaClockFace(rounded)
  const half = hour < 12 ? '上午' : hour < 13 ? '中午' : '下午'
  return `${dayName(rounded, saidAt)}${half}${hour > 12 ? hour - 12 : hour}点${minute === 30 ? '半' : ''}`
}

/** Nine in the morning of the day after. */
function morningAfter(at: EpochMs): EpochMs {
  return startOfChinaDay(addDays(chinaDateOf(at), 1)) + 9 * HOUR_MS
}

function dayName(at: EpochMs, saidAt: EpochMs): string {
  const date = chinaDateOf(at)
  if (date === chinaDateOf(saidAt)) return '今天'
  return date === addDays(chinaDateOf(saidAt), 1) ? '明天' : '后天'
}

/** Whether people are up and about. */
export function isWaking(at: EpochMs): boolean {
  const { hour } = chinaClockFace(at)
  return hour >= 7 && hour < 22
}
