import { DAY_MS, type EpochMs } from '../kernel'
import { isOwnSubject, marksOf, type Marks } from './marks'
import { isNear, type Spot } from './near'

/** From here on two sentences may speak of one matter. Found on the pairs in `alike.test.ts`. */
export const ALIKE_FROM = 0.36
/** From here on, where both were said of the same corner of the village. */
export const NEAR_ALIKE_FROM = 0.2

const WEIGHTS = { subject: 4, ownSubject: 1, trouble: 1.5, place: 2.5, pair: 1 } as const
/** They name different places: not the same lamp. */
const OTHER_PLACE = 0.5
/** They name different things, whatever words they share. */
const OTHER_SUBJECT = 0.35
/** All they share is the place, or a thing that each has for himself: my allowance is not yours. */
const NOTHING_SHARED = 0.45
/** How much it counts that the longer sentence says more: people tell the same in five words or in fifty. */
const LONGER = 0.3

/**
 * How much two short sentences say the same, 0 to 1: what is common in both of subjects, troubles, places and pairs of
 * characters, weighed, against what is said. It knows no grammar; it would rather show one too many than hide one, and
 * nothing hangs on it but a line beneath a text box.
 */
export function alikeness(one: string, other: string): number {
  return alikenessOf(marksOf(one), marksOf(other))
}

export interface AlikeMatter {
  readonly text: string
  readonly spot: Spot | null
}

export interface Alike<Matter> {
  readonly matter: Matter
  readonly score: number
  readonly isNear: boolean
}

/** Those that speak of the same, the most alike first; of equals those listed first. */
export function mostAlike<Matter extends AlikeMatter>(
  said: AlikeMatter,
  matters: readonly Matter[],
  limit: number,
): readonly Alike<Matter>[] {
  return byLikeness(said, matters)
    .filter(({ score, isNear: near }) => score >= (near ? NEAR_ALIKE_FROM : ALIKE_FROM))
    .slice(0, limit)
}

/** All of them, the most alike first; of equals those listed first. */
export function byLikeness<Matter extends AlikeMatter>(
  said: AlikeMatter,
  matters: readonly Matter[],
): readonly Alike<Matter>[] {
  const marks = marksOf(said.text)
  return matters
    .map((matter) => ({
      matter, score: alikenessOf(marks, marksOf(matter.text)), isNear: isNear(said.spot, matter.spot),
    }))
    .sort((one, other) => rank(other) - rank(one))
}

/** About what nobody has said a word for so long, whoever joins will hardly hear soon. */
export const QUIET_MS = 30 * DAY_MS

export interface Alive {
  /** When somebody last said something about it, whoever raised it included. */
  readonly lastAt: EpochMs
}

export function isQuiet({ lastAt }: Alive, now: EpochMs): boolean {
  return now - lastAt > QUIET_MS
}

/** What goes on before what has gone quiet; among each as they stood. */
export function aliveFirst<Matter extends Alive>(matters: readonly Matter[], now: EpochMs): readonly Matter[] {
  return [...matters.filter((matter) => !isQuiet(matter, now)), ...matters.filter((matter) => isQuiet(matter, now))]
}

function rank({ score, isNear: near }: { readonly score: number; readonly isNear: boolean }): number {
  return score + (near ? ALIKE_FROM - NEAR_ALIKE_FROM : 0)
}

function alikenessOf(one: Marks, other: Marks): number {
  const [a, b] = [weightOf(one), weightOf(other)]
  const said = (1 - LONGER) * Math.min(a, b) + LONGER * Math.max(a, b)
  if (said === 0) return 0
  const common = {
    subjects: both(one.subjects, other.subjects),
    troubles: both(one.troubles, other.troubles),
    places: both(one.places, other.places),
    pairs: both(one.pairs, other.pairs),
  }
  const subjects = areApart(one.subjects, other.subjects) ? OTHER_SUBJECT : 1
  const places = areApart(one.places, other.places) ? OTHER_PLACE : 1
  const matter = isOneMatter(one, other, common) ? 1 : NOTHING_SHARED
  return Math.min(1, (weightOf(common) / said) * subjects * places * matter)
}

/** Word for word the same always is. */
function isOneMatter(one: Marks, other: Marks, common: Marks): boolean {
  if (weightOf(common) === Math.max(weightOf(one), weightOf(other))) return true
  const subjects = [...common.subjects]
  if (subjects.length > 0) return !subjects.every(isOwnSubject)
  return common.pairs.size + common.troubles.size > 0
}

function weightOf({ subjects, troubles, places, pairs }: Marks): number {
  const own = [...subjects].filter(isOwnSubject).length
  return (
    (subjects.size - own) * WEIGHTS.subject + own * WEIGHTS.ownSubject +
    troubles.size * WEIGHTS.trouble + places.size * WEIGHTS.place + pairs.size * WEIGHTS.pair
  )
}

function both(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one].filter((item) => other.has(item)))
}

function areApart(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && both(one, other).size === 0
}
