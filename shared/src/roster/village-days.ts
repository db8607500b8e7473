import { dayOf, isYearKnown, type CalendarDay, type WorkCalendar } from '../calendar'
import { chinaClockFace, startOfChinaDay, type CalendarDate } from '../kernel'
import { cellKey, SEATS, type DutySlot } from './duty-slot'

/** The last slot of each cell: who sits there, or sat there at the end. By day, then by seat. */
export function shownSlots(slots: readonly DutySlot[]): readonly DutySlot[] {
  const last = new Map<string, DutySlot>()
  for (const slot of slots) {
    const other = last.get(cellKey(slot))
    if (other === undefined || isLater(slot, other)) last.set(cellKey(slot), slot)
  }
  return [...last.values()].sort(
    (one, other) =>
      one.on.localeCompare(other.on) ||
      SEATS.indexOf(one.seat) - SEATS.indexOf(other.seat) ||
      one.villageId.localeCompare(other.villageId),
  )
}

/**
 * The kind of a day as a page shows it. Of a year whose days off nobody has announced it tells the weekday only: that
 * is no guess that matters, since nothing is planned in such a year, and villagers still find who sits today.
 */
export function shownDay(calendar: WorkCalendar, on: CalendarDate): CalendarDay {
  if (isYearKnown(calendar, on)) return dayOf(calendar, on)
  const { weekday } = chinaClockFace(startOfChinaDay(on))
  return { on, kind: weekday === 0 || weekday === 6 ? 'rest-day' : 'working-day', name: null }
}

/** A slot that was replaced at the very instant it began is as long as nothing, and the other goes on. */
function isLater(slot: DutySlot, than: DutySlot): boolean {
  if (slot.fromAt !== than.fromAt) return slot.fromAt > than.fromAt
  return slot.toAt !== than.toAt ? slot.toAt > than.toAt : slot.id > than.id
}
