import type { CalendarDate } from '../kernel'
import { dayOf, isYearKnown, type WorkCalendar } from '../calendar'
import type { Post } from '../identity'
import { isCommitteeSeat, type Cell } from './duty-slot'
import { isAway, maySit, type AbsenceNow } from './eligibility'
import type { PlannedCell } from './generation'
import type { SlotSpan } from './shift'

export interface FillInQuestion {
  /** The seat that falls empty; whoever `planned` has in it is the one who cannot come. */
  readonly cell: Cell
  /** What is left of it to sit. */
  readonly span: SlotSpan
  /** The village's. */
  readonly posts: readonly Post[]
  readonly leaves: readonly AbsenceNow[]
  /** The village's cells of the month and of the `BALANCE_MONTHS` before it, and all villages' cells of that day. */
  readonly planned: readonly PlannedCell[]
  readonly calendar: WorkCalendar
}

/**
 * Who takes a seat that falls empty: of those who can, whoever sat and is to sit on the fewest days, then on the fewest
 * rest days. The lead's seat goes to the other lead only; a member's to a member, else to a lead who does not lead that
 * day. Nobody takes a stationed cadre's or a leader's day: he comes on another.
 */
export function fillIn({ cell, span, posts, leaves, planned, calendar }: FillInQuestion): string | null {
  if (!isCommitteeSeat(cell)) return null
  const busy = new Set(planned.filter(({ on }) => on === cell.on).map(({ personId }) => personId))
  const all = [...new Set(posts.map(({ personId }) => personId))].filter((personId) =>
    !busy.has(personId) && !isAway(leaves, personId, cell.on) && maySit(cell, personId, posts, span))
  const members = posts.filter(({ kind }) => kind === 'committee-member')
  const first = cell.seat === 'member' ? all.filter((personId) => maySit(cell, personId, members, span)) : []
  return fewestDays(first.length > 0 ? first : all, planned.filter(isCommitteeSeat), calendar)
}

function fewestDays(
  candidates: readonly string[],
  cells: readonly PlannedCell[],
  calendar: WorkCalendar,
): string | null {
  const rows = candidates.map((personId) => {
    const own = cells.filter((cell) => cell.personId === personId)
    return { personId, days: own.length, restDays: own.filter(({ on }) => isRestDay(calendar, on)).length }
  })
  rows.sort((one, other) =>
    one.days - other.days || one.restDays - other.restDays || (one.personId < other.personId ? -1 : 1))
  return rows[0]?.personId ?? null
}

/** In a year nobody knows the days off of, none counts as one. */
function isRestDay(calendar: WorkCalendar, on: CalendarDate): boolean {
  return isYearKnown(calendar, on) && dayOf(calendar, on).kind !== 'working-day'
}
