import { formatNear, HOUR_MS, MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import { byDaytime, nextOfficeMorning, type OpenHours } from '@huiying/shared/sla'

/**
 * Whole sentences with a time in them that can be kept: who does what by when. Put into the box, where every word can
 * be changed.
 * @param hours those that count for the matter's kind; `null`: every hour
 */
export function readyPhrases(name: string, now: EpochMs, hours: OpenHours | null): readonly string[] {
  const kept = hours ?? undefined
  const soon = formatNear(byDaytime(now, 30 * MINUTE_MS, kept), now)
  const later = formatNear(byDaytime(now, 3 * HOUR_MS, kept), now)
  const asked = formatNear(nextOfficeMorning(now, kept), now)
  return [
    `我是${name}，${soon}前到您那里看看。`,
    `我是${name}，这事我来办，${later}前给您答复。`,
    `我是${name}，这事村里定不了，我去街道问，${asked}前回您。`,
  ]
}
