import { addDays, chinaDateOf, HOUR_MS, MINUTE_MS, startOfChinaDay, type EpochMs } from '@huiying/shared/kernel'
import type { Chance } from './chance'
import type { Fate } from './fates'
import type { Story } from './stories'
import { isWaking } from './told-time'

/** When the turning points of a matter come; `null`: not by now. */
export interface Times {
  readonly submittedAt: EpochMs
  readonly answeredAt: EpochMs | null
  readonly closedAt: EpochMs | null
  readonly rejectedAt: EpochMs | null
  readonly answeredAgainAt: EpochMs | null
  readonly closedAgainAt: EpochMs | null
}

/** From `startAt`, the instant of the first matter, to now. */
export interface Frame {
  readonly startAt: EpochMs
  readonly now: EpochMs
}

const NEVER = { answeredAt: null, closedAt: null, rejectedAt: null, answeredAgainAt: null, closedAgainAt: null }
const minutes = (chance: Chance, from: number, to: number): number => chance.whole(from * 60, to * 60) * 1_000
const hours = (chance: Chance, from: number, to: number): number => minutes(chance, from * 60, to * 60)

export function chooseTimes(fate: Fate, story: Story, chance: Chance, { startAt, now }: Frame): Times {
  switch (fate.end) {
    case 'first':
      return {
        ...NEVER,
        submittedAt: startAt, answeredAt: startAt + 8.4 * MINUTE_MS, closedAt: startAt + 47.6 * MINUTE_MS,
      }
    case 'unanswered':
      return { ...NEVER, submittedAt: now - fate.ageMs }
    case 'in-hand':
      return { ...NEVER, submittedAt: now - fate.ageMs, answeredAt: now - fate.ageMs + minutes(chance, 6, 48) }
    case 'reopened': {
      const submittedAt = now - fate.ageMs
      return {
        submittedAt, answeredAt: submittedAt + minutes(chance, 6, 40), closedAt: submittedAt + hours(chance, 8, 12),
        rejectedAt: now - 10 * HOUR_MS, answeredAgainAt: now - 9.4 * HOUR_MS, closedAgainAt: null,
      }
    }
    case 'done-twice': {
      // In the morning of the third day, so that nobody is woken by what follows.
      const submittedAt = startOfChinaDay(addDays(chinaDateOf(startAt), 2)) + 9.6 * HOUR_MS
      const closedAt = submittedAt + 7 * HOUR_MS
      const rejectedAt = closedAt + 15 * HOUR_MS
      return {
        submittedAt, closedAt, rejectedAt, answeredAt: submittedAt + 17 * MINUTE_MS,
        answeredAgainAt: rejectedAt + 12 * MINUTE_MS, closedAgainAt: rejectedAt + 9 * HOUR_MS,
      }
    }
    case 'waiting':
      return closedTimes(() => now - hours(chance, 16, 40), story, {}, chance, now)
    case 'closed':
      return closedTimes(() => wakingBetween(chance, startAt + HOUR_MS, now - 4 * HOUR_MS), story, fate, chance, now)
  }
}

interface Lateness {
  readonly lateAnswer?: true
  readonly lateEnd?: true
}

/** Draws again until nobody has to get up at night and nothing lies in the future. */
function closedTimes(submitted: () => EpochMs, story: Story, late: Lateness, chance: Chance, now: EpochMs): Times {
  for (let draw = 0; draw < 5_000; draw += 1) {
    const submittedAt = submitted()
    const answeredAt = submittedAt + (late.lateAnswer ? minutes(chance, 63, 150) : answerDelay(chance))
    const closedAt = late.lateEnd ? submittedAt + hours(chance, 25, 50) : answeredAt + endDelay(story, chance)
    const isInTime = closedAt <= submittedAt + 23.5 * HOUR_MS
    if (closedAt > now - 10 * MINUTE_MS || !isWaking(answeredAt) || !isWaking(closedAt)) continue
    if (late.lateEnd || isInTime) return { ...NEVER, submittedAt, answeredAt, closedAt }
  }
  throw new Error('no time of day fits this matter')
}

/** Mostly within a quarter of an hour, always within the hour. */
function answerDelay(chance: Chance): number {
  return chance.happens(0.7) ? minutes(chance, 3, 18) : minutes(chance, 18, 56)
}

function endDelay({ takes }: Story, chance: Chance): number {
  switch (takes) {
    case 'hour':
      return minutes(chance, 25, 150)
    case 'half-day':
      return hours(chance, 2, 8)
    case 'day':
      return hours(chance, 8, 21)
  }
}

export function wakingBetween(chance: Chance, from: EpochMs, to: EpochMs): EpochMs {
  for (let draw = 0; draw < 500; draw += 1) {
    const at = chance.whole(from, to)
    if (isWaking(at)) return at
  }
  return to
}
