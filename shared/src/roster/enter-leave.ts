import { addDays, DomainError, isCalendarDate, type CalendarDate, type Decision, type EpochMs } from '../kernel'
import type { Month } from './duty-slot'
import type { RosterFact } from './facts'
import type { Leave } from './leave'
import type { RosterTerms } from './policy'
import { dutyDayAt, spanOf } from './shift'

/** Duty days at once, both ends counted. */
export const LEAVE_DAYS_LIMIT = 62

export interface LeaveWish {
  readonly id: string
  readonly subDistrictId: string
  readonly personId: string
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
  readonly enteredBy: string
}

/**
 * Somebody cannot sit on these duty days. The running one may be among them: of it, what he has sat stays his.
 * @param known the person's leaves, those called off too
 * @throws roster.leave-invalid, roster.leave-overlaps
 */
export function enterLeave(
  wish: LeaveWish,
  known: readonly Leave[],
  terms: RosterTerms,
  now: EpochMs,
): Decision<Leave, RosterFact> {
  const { fromOn, toOn, personId } = wish
  if (!isCalendarDate(fromOn) || !isCalendarDate(toOn) || fromOn < dutyDayAt(now, terms) || toOn < fromOn) {
    throw new DomainError('roster.leave-invalid')
  }
  if (toOn > addDays(fromOn, LEAVE_DAYS_LIMIT - 1)) throw new DomainError('roster.leave-invalid')
  const inForce = known.filter((leave) => leave.personId === personId && leave.cancelledAt === null)
  const overlaps = inForce.some((leave) => leave.fromOn <= toOn && fromOn <= leave.toOn)
  if (overlaps) throw new DomainError('roster.leave-overlaps')
  const fromAt = Math.max(now, spanOf('lead', fromOn, terms).fromAt)
  // A stationed cadre's or a leader's day may end after the committee's shift of that day.
  const toAt = Math.max(spanOf('lead', toOn, terms).toAt, spanOf('stationed', toOn, terms).toAt)
  return {
    next: { ...wish, fromAt, toAt, enteredAt: now, cancelledAt: null },
    facts: [{ type: 'roster.leave-entered', subjectId: wish.id, personId, fromOn, toOn }],
  }
}

/**
 * He can sit after all. Whoever took his shifts keeps them; he may be put in again by hand.
 * @throws roster.leave-not-found for one that is over or was called off
 */
export function cancelLeave(leave: Leave, now: EpochMs): Decision<Leave, RosterFact> {
  if (leave.cancelledAt !== null || leave.toAt <= now) throw new DomainError('roster.leave-not-found')
  return {
    next: { ...leave, cancelledAt: now, toAt: Math.max(now, leave.fromAt) },
    facts: [{ type: 'roster.leave-cancelled', subjectId: leave.id, personId: leave.personId }],
  }
}

/** The months that duty days lie in, in order. */
export function monthsOfDays(fromOn: CalendarDate, toOn: CalendarDate): readonly Month[] {
  const months: Month[] = []
  for (let on = fromOn; on <= toOn; on = addDays(on, 1)) {
    if (months.at(-1) !== on.slice(0, 7)) months.push(on.slice(0, 7))
  }
  return months
}
