import { addDays, chinaDateOf, HOUR_MS, startOfChinaDay, type EpochMs } from '@huiying/shared/kernel'

/** The last time it was so many o'clock at night in China. */
export function nightBefore(now: EpochMs, hour: number): EpochMs {
  const today = startOfChinaDay(chinaDateOf(now)) + hour * HOUR_MS
  return today <= now ? today : startOfChinaDay(addDays(chinaDateOf(now), -1)) + hour * HOUR_MS
}

/** The next time. */
export function nightAfter(now: EpochMs, hour: number): EpochMs {
  return startOfChinaDay(addDays(chinaDateOf(nightBefore(now, hour)), 1)) + hour * HOUR_MS
}
