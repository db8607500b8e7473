import { addDays, chinaDateOf, MINUTE_MS, startOfChinaDay, type CalendarDate, type EpochMs } from '../kernel'
import { isCommitteeSeat, type DutySlot, type Seat } from './duty-slot'
import type { RosterTerms } from './policy'

const NOON_MINUTE = 12 * 60

export interface SlotSpan {
  readonly fromAt: EpochMs
  readonly toAt: EpochMs
}

/** When a seat of a day is sat: [fromAt, toAt); an instant on the border belongs to the incoming shift. */
export function spanOf(seat: Seat, on: CalendarDate, terms: RosterTerms): SlotSpan {
  const midnight = startOfChinaDay(on)
  if (!isCommitteeSeat({ seat })) {
    return { fromAt: midnight + terms.visitFromMinute * MINUTE_MS, toAt: midnight + terms.visitToMinute * MINUTE_MS }
  }
  const begins = terms.handOverMinute >= NOON_MINUTE ? addDays(on, -1) : on
  const offsetMs = terms.handOverMinute * MINUTE_MS
  return { fromAt: startOfChinaDay(begins) + offsetMs, toAt: startOfChinaDay(addDays(begins, 1)) + offsetMs }
}

/**
 * Wide enough for every shift of the duty days, whatever the terms: one may begin on the day before, or end on the day
 * after.
 */
export function spanOfDays(fromOn: CalendarDate, toOn: CalendarDate): SlotSpan {
  const noonMs = NOON_MINUTE * MINUTE_MS
  return { fromAt: startOfChinaDay(addDays(fromOn, -1)) + noonMs, toAt: startOfChinaDay(addDays(toOn, 1)) + noonMs }
}

/** The duty day whose committee shift runs at the instant. */
export function dutyDayAt(at: EpochMs, terms: RosterTerms): CalendarDate {
  const today = chinaDateOf(at)
  const { fromAt, toAt } = spanOf('lead', today, terms)
  return at < fromAt ? addDays(today, -1) : at >= toAt ? addDays(today, 1) : today
}

export function slotHolds(slot: Pick<DutySlot, 'fromAt' | 'toAt'>, at: EpochMs): boolean {
  return slot.fromAt <= at && at < slot.toAt
}

/** Was not there when the time to take over ran out. Stays so: who comes later came late. */
export function isAbsent(slot: Pick<DutySlot, 'personId' | 'takeOverDueAt' | 'takenOverAt' | 'toAt'>, now: EpochMs): boolean {
  if (slot.personId === null || slot.takeOverDueAt >= slot.toAt || now <= slot.takeOverDueAt) return false
  return slot.takenOverAt === null || slot.takenOverAt > slot.takeOverDueAt
}

/** Counts as sitting: it is his time, and he has taken over or may still do so without being absent. */
export function isSitting(slot: DutySlot, at: EpochMs): boolean {
  if (slot.personId === null || slot.publishedAt === null || !slotHolds(slot, at)) return false
  return at <= slot.takeOverDueAt || (slot.takenOverAt !== null && slot.takenOverAt <= at)
}
