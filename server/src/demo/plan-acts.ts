import { HOUR_MS, MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import type { Rating } from '@huiying/shared/tickets'
import type { DemoPerson, VillageCast } from './cast'
import type { Chance } from './chance'
import { wakingBetween, type Times } from './choose-times'
import type { Fate } from './fates'
import type { PlannedAct } from './planned-ticket'
import type { Story } from './stories'
import { toldTime } from './told-time'

export interface Scene {
  readonly story: Story
  readonly times: Times
  readonly village: VillageCast
  readonly spot: string
  readonly reporter: string
  readonly fate: Fate
  readonly now: EpochMs
}

/** What is said and done about one matter, and who is the one to answer it. */
export function planActs(
  scene: Scene,
  chance: Chance,
): { readonly acts: readonly PlannedAct[]; readonly answerer: DemoPerson } {
  const answerer = chooseAnswerer(scene, chance)
  const acts = [reading, answering, ending].flatMap((plan) => plan(scene, answerer, chance))
  return { answerer, acts: acts.sort((a, b) => a.at - b.at) }
}

function reading(
  { times, village, fate, reporter, now }: Scene,
  answerer: DemoPerson,
  chance: Chance,
): readonly PlannedAct[] {
  const { submittedAt, answeredAt } = times
  const openers = [village.secretary, answerer].filter(({ code }) => code !== reporter)
  const isRead = answeredAt !== null || (fate.end === 'unanswered' && fate.isRead)
  if (!isRead) return []
  const until = Math.min(answeredAt ?? now, submittedAt + 12 * MINUTE_MS) - 30_000
  return [...new Map(openers.map((one) => [one.code, one])).values()].map(({ code }) => ({
    does: 'open', by: code, at: chance.whole(submittedAt + MINUTE_MS, Math.max(submittedAt + MINUTE_MS, until)),
  }))
}

function answering(scene: Scene, answerer: DemoPerson, chance: Chance): readonly PlannedAct[] {
  const { story, times, reporter, now } = scene
  if (times.answeredAt === null) return []
  const say = filler(scene, answerer, chance)
  const acts: PlannedAct[] = [
    { does: 'reply', by: answerer.code, at: times.answeredAt, text: say(story.answer, times.answeredAt), byCall: chance.happens(0.1) },
  ]
  const until = times.closedAt ?? now
  const sortedAt = times.answeredAt + MINUTE_MS
  if (sortedAt < until) acts.push({ does: 'sort', by: answerer.code, at: sortedAt })
  const wroteAt = times.answeredAt + minutes(chance, 20, 80)
  const repliedAt = wroteAt + minutes(chance, 4, 20)
  if (story.talk === undefined || repliedAt > until - 5 * MINUTE_MS) return acts
  acts.push({ does: 'write', by: reporter, at: wroteAt, text: story.talk[0] })
  acts.push({ does: 'reply', by: answerer.code, at: repliedAt, text: say(story.talk[1], repliedAt), byCall: false })
  return acts
}

function ending(scene: Scene, answerer: DemoPerson, chance: Chance): readonly PlannedAct[] {
  const { story, times, reporter, fate } = scene
  if (times.closedAt === null) return []
  const say = filler(scene, answerer, chance)
  const outcome = story.outcome ?? 'settled'
  const photo = fate.end === 'first' ? 'mended' : null
  const closes = (at: EpochMs, text: string): PlannedAct =>
    ({ does: 'close', by: answerer.code, at, text: say(text, at), outcome, reason: story.reason ?? null, photo })
  const done = closes(times.closedAt, story.done)
  if (times.rejectedAt === null || story.again === undefined) return [done, ...rating(scene, times.closedAt, chance)]
  const [notSettled, answer, doneAgain] = story.again
  const acts: PlannedAct[] = [done, { does: 'reject', by: reporter, at: times.rejectedAt, text: notSettled }]
  const { answeredAgainAt, closedAgainAt } = times
  if (answeredAgainAt !== null) {
    acts.push({ does: 'reply', by: answerer.code, at: answeredAgainAt, text: say(answer, answeredAgainAt), byCall: false })
  }
  if (closedAgainAt === null) return acts
  return [...acts, closes(closedAgainAt, doneAgain), { does: 'rate', by: reporter, at: closedAgainAt + 3 * HOUR_MS, rating: 'satisfied' }]
}

/** Two of three say how it was, within a day or so; the others stay silent. */
function rating({ fate, reporter, now }: Scene, closedAt: EpochMs, chance: Chance): readonly PlannedAct[] {
  if (fate.end === 'first') return [{ does: 'rate', by: reporter, at: closedAt + 80 * MINUTE_MS, rating: 'satisfied' }]
  const at = wakingBetween(chance, closedAt + 15 * MINUTE_MS, closedAt + 30 * HOUR_MS)
  const mood = chance.next()
  const rated: Rating = mood < 0.72 ? 'satisfied' : mood < 0.93 ? 'fairly-satisfied' : 'dissatisfied'
  if (fate.end === 'waiting' || !chance.happens(0.68) || at > now) return []
  return [{ does: 'rate', by: reporter, at, rating: rated }]
}

function chooseAnswerer({ story, village, reporter, fate }: Scene, chance: Chance): DemoPerson {
  if (fate.end === 'first') return village.secretary
  const [benefits, insurance, third] = village.specialists.map(({ person }) => person)
  const chosen = {
    lead: chance.pick([village.secretary, village.secretary, village.director, chance.pick(village.members)]),
    benefits,
    insurance,
    third,
    grid: chance.pick(village.gridWorkers),
  }[story.by]
  // Who raised it is the reporter in it, whatever posts he holds.
  return chosen === undefined || chosen.code === reporter ? village.secretary : chosen
}

function filler({ village, spot }: Scene, answerer: DemoPerson, chance: Chance): (text: string, at: EpochMs) => string {
  const others = [...village.members, ...village.gridWorkers].filter(({ code }) => code !== answerer.code)
  const helper = `${chance.pick(['老', '小'])}${chance.pick(others).name.slice(0, 1)}`
  return (text, at) => {
    const words = text
      .replaceAll('{me}', answerer.name)
      .replaceAll('{helper}', helper)
      .replaceAll('{spot}', spot)
      .replaceAll('{soon}', toldTime(at + 75 * MINUTE_MS, at))
      .replaceAll('{later}', toldTime(at + 6 * HOUR_MS, at))
    if (/[{}]/.test(words)) throw new Error(`a story has a gap nobody fills: ${words}`)
    return words
  }
}

function minutes(chance: Chance, from: number, to: number): number {
  return chance.whole(from * 60, to * 60) * 1_000
}
