import {
  formatNear,
  HOUR_MS,
  MINUTE_MS,
  startOfChinaDay,
  chinaDateOf,
  DAY_MS,
  type EpochMs,
} from '@huiying/shared/kernel'

/**
 * Whole sentences with a time in them that can be kept: who does what by when. Put into the box, where every word can
 * be changed.
 */
export function readyPhrases(name: string, now: EpochMs): readonly string[] {
  const soon = formatNear(nextHalfHour(now + 30 * MINUTE_MS), now)
  const later = formatNear(nextHalfHour(now + 3 * HOUR_MS), now)
  const tomorrow = formatNear(startOfChinaDay(chinaDateOf(now)) + DAY_MS + 10 * HOUR_MS, now)
  return [
    `我是${name}，${soon}前到您那里看看。`,
    `我是${name}，这事我来办，${later}前给您答复。`,
    `我是${name}，这事村里定不了，我去街道问，${tomorrow}前回您。`,
  ]
}

function nextHalfHour(at: EpochMs): EpochMs {
  const half = 30 * MINUTE_MS
  return Math.ceil(at / half) * half
}
