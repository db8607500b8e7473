import { NATIONAL_YEARS } from '../../calendar'
import type { Post, PostKind } from '../../identity'
import { addDays, MINUTE_MS, startOfChinaDay, type CalendarDate } from '../../kernel'
import type { DutyAbsence, GenerationInput, GenerationVillage, PlannedCell } from '../generation'
import { DEFAULT_ROSTER_TERMS } from '../policy'

/** "2026-09-15 08:00" in China. */
export function china(text: string): number {
  const [on = '', time = '00:00'] = text.split(' ')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return startOfChinaDay(on) + (hours * 60 + minutes) * MINUTE_MS
}

export function postOf(personId: string, kind: PostKind, unitId: string, changes: Partial<Post> = {}): Post {
  return { id: `${unitId}-${personId}-${kind}`, personId, kind, unitId, charge: null, fromAt: 0, toAt: null, ...changes }
}

export interface VillageCast {
  readonly secretary?: string
  readonly director?: string
  readonly members?: readonly string[]
  readonly stationed?: string
  readonly isMarked?: boolean
}

export function villageOf(villageId: string, cast: VillageCast, more: readonly Post[] = []): GenerationVillage {
  const one = (kind: PostKind, personId: string | undefined): readonly Post[] =>
    personId === undefined ? [] : [postOf(personId, kind, villageId)]
  return {
    villageId,
    isMarked: cast.isMarked ?? false,
    posts: [
      ...one('secretary', cast.secretary),
      ...one('director', cast.director),
      ...(cast.members ?? []).map((personId) => postOf(personId, 'committee-member', villageId)),
      ...one('stationed-cadre', cast.stationed),
      ...more,
    ],
  }
}

export function inputOf(
  month: string,
  villages: readonly GenerationVillage[],
  changes: Partial<GenerationInput> = {},
): GenerationInput {
  return {
    month,
    calendar: NATIONAL_YEARS,
    terms: DEFAULT_ROSTER_TERMS,
    villages,
    leaders: [],
    leaves: [],
    past: [],
    fixed: [],
    takenAway: [],
    ...changes,
  }
}

/** The ordinary village: secretary, director, three members, a stationed cadre. */
export const LIUSHU = villageOf('liushu', {
  secretary: 'li', director: 'chen', members: ['zhao', 'sun', 'wu'], stationed: 'gao',
})

/** Seat by seat who sits there that day. */
export function seatsOn(
  cells: readonly PlannedCell[],
  villageId: string,
  on: CalendarDate,
): Readonly<Record<string, string | null>> {
  const own = cells.filter((cell) => cell.villageId === villageId && cell.on === on)
  return Object.fromEntries(own.map(({ seat, personId }) => [seat, personId]))
}

/** `prefix`0, `prefix`1, … */
export function names(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => `${prefix}${n}`)
}

/** `from`: days after `first`. */
export function leaveFrom(
  first: CalendarDate,
  personId: string,
  [from, length]: readonly [number, number],
): DutyAbsence {
  return { personId, fromOn: addDays(first, from), toOn: addDays(first, from + length) }
}
