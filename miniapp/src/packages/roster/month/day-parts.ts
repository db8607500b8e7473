/** Days of a village that one setData bears beside what else comes with them. */
const PART_DAYS = 10
const FEW_DAYS = 3

/** Days that come onto the screen together, by their places in the month: [from, to). */
export interface DayPart {
  readonly from: number
  readonly to: number
}

/**
 * A month in parts, cut so that one begins with today: what is over lies in the parts before it.
 * @param firstAhead place of the first day that is not over; -1 or 0: there is nothing to fold away
 */
export function dayParts(days: number, firstAhead: number): readonly DayPart[] {
  const past = Math.max(0, firstAhead)
  // Backwards from today, so that the odd part is the oldest.
  const before = lengthsOf(past).reduce<readonly DayPart[]>((parts, length) => {
    const to = parts[0]?.from ?? past
    return [{ from: to - length, to }, ...parts]
  }, [])
  return lengthsOf(days - past).reduce<readonly DayPart[]>((parts, length) => {
    const from = parts.at(-1)?.to ?? 0
    return [...parts, { from, to: from + length }]
  }, before)
}

/** Tens; a rest of a few days goes along with the ten before it. */
function lengthsOf(days: number): readonly number[] {
  if (days <= PART_DAYS + FEW_DAYS) return days === 0 ? [] : [days]
  return [PART_DAYS, ...lengthsOf(days - PART_DAYS)]
}

/** The part one sees first. */
export function firstPart(parts: readonly DayPart[], firstAhead: number): number {
  return Math.max(0, parts.findIndex(({ from }) => from === Math.max(0, firstAhead)))
}
