import type { CalendarDate } from '../kernel'
import type { RosterFileRow } from './parse-roster'

const HOLE = '-'
const NO_CELL = ''
const BETWEEN = '|'

/** What the hidden column keeps of a row: which cells it is, and who stands in each. */
export function baseOf(
  on: CalendarDate,
  villageId: string,
  people: readonly (string | null | undefined)[],
): string {
  const stood = people.map((personId) => (personId === undefined ? NO_CELL : (personId ?? HOLE)))
  return [on, villageId, ...stood].join(BETWEEN)
}

/**
 * Who stood in the row's cell when it was exported; `null`: a hole; `undefined`: there was none; "unknown": the row was
 * typed by hand, or its day or village was changed, so that it is another cell's.
 */
export function baseIn({ base, on }: RosterFileRow, villageId: string, index: number): string | null | undefined {
  const [day, village, ...people] = (base ?? '').split(BETWEEN)
  const person = people[index]
  if (day !== on || village !== villageId || person === undefined) return 'unknown'
  return person === NO_CELL ? undefined : person === HOLE ? null : person
}
