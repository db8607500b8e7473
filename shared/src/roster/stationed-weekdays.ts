import { seatHolders, type SeatHolder } from './availability'
import { weekdayOf } from './duty-days'
import type { MonthPlan } from './month-plan'

/** A stationed cadre and one of his villages, with his fixed day there, 1 = Monday … 5 = Friday. */
export interface StationedPair {
  readonly villageId: string
  readonly holder: SeatHolder
  readonly weekday: number | null
}

const WEEKDAYS = [1, 2, 3, 4, 5] as const

/**
 * A different weekday for each village a cadre has at the same time. One of them has the policy's day; the others keep
 * the day they had, or get the one nearest to the policy's. Those for whom no weekday is left are noted and left out.
 */
export function assignWeekdays(plan: MonthPlan, pairs: readonly StationedPair[]): readonly StationedPair[] {
  const assigned = new Map<StationedPair, StationedPair>()
  const before = weekdaysBefore(plan)
  const preferred = preferredWeekdays(plan.input.terms.stationedWeekday)
  for (const { personId } of seatHolders(pairs.flatMap(({ holder }) => holder.posts), ['stationed-cadre'])) {
    const own = pairs.filter(({ holder }) => holder.personId === personId)
    const isFree = (pair: StationedPair, weekday: number | null): boolean =>
      !own.some((other) => assigned.get(other)?.weekday === weekday && isAtOnce(pair, other))
    const give = (pair: StationedPair, weekday: number | null): void => {
      if (weekday !== null && !assigned.has(pair) && isFree(pair, weekday)) assigned.set(pair, { ...pair, weekday })
    }
    const beforeOf = (pair: StationedPair): number | null => before.get(keyOf(pair.villageId, personId)) ?? null
    for (const pair of own) if (beforeOf(pair) === preferred[0]) give(pair, preferred[0] ?? null)
    // A new policy, or a village taken from him, would otherwise leave the policy's day unused for good.
    const first = own.find((pair) => beforeOf(pair) === null) ?? own[0]
    if (first !== undefined && !own.some((pair) => assigned.has(pair))) give(first, preferred[0] ?? null)
    for (const pair of own) give(pair, beforeOf(pair))
    for (const pair of own) give(pair, preferred.find((weekday) => isFree(pair, weekday)) ?? null)
    for (const { villageId } of own.filter((pair) => !assigned.has(pair))) {
      plan.note('stationed-too-many-villages', { villageId, seat: 'stationed', personId })
    }
  }
  return pairs.flatMap((pair) => assigned.get(pair) ?? [])
}

/** The policy's day, then the nearest; of two as near, the later. */
function preferredWeekdays(policy: number): readonly number[] {
  const apart = (weekday: number): number => Math.abs(weekday - policy)
  return [...WEEKDAYS].sort((one, other) => apart(one) - apart(other) || other - one)
}

/** On which weekday each came to each village most often: a day he was moved to once is not his day. */
function weekdaysBefore(plan: MonthPlan): ReadonlyMap<string, number> {
  const counts = new Map<string, readonly number[]>()
  for (const { villageId, personId, seat, on } of plan.past) {
    if (seat !== 'stationed') continue
    const key = keyOf(villageId, personId)
    const own = counts.get(key) ?? WEEKDAYS.map(() => 0)
    counts.set(key, own.map((count, index) => (WEEKDAYS[index] === weekdayOf(on) ? count + 1 : count)))
  }
  const preferred = preferredWeekdays(plan.input.terms.stationedWeekday)
  const most = (own: readonly number[]): number | undefined =>
    preferred.find((weekday) => own[weekday - 1] === Math.max(...own) && Math.max(...own) > 0)
  return new Map([...counts].flatMap(([key, own]) => {
    const weekday = most(own)
    return weekday === undefined ? [] : [[key, weekday] as const]
  }))
}

/** Has he both villages at the same time, at any time? */
function isAtOnce(one: StationedPair, other: StationedPair): boolean {
  return one.holder.posts.some((mine) => other.holder.posts.some((his) =>
    mine.fromAt < (his.toAt ?? Infinity) && his.fromAt < (mine.toAt ?? Infinity)))
}

function keyOf(villageId: string, personId: string): string {
  return `${villageId}|${personId}`
}
