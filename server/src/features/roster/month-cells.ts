import { CELL_FLAGS, isAbsent, SEATS, spanOfDays, type CellRow, type Month, type Seat, type SlotSource } from '@huiying/shared/roster'
import type { CalendarDate, EpochMs } from '@huiying/shared/kernel'
import type { Reads } from '../../platform/database/reads'
import type { MonthAccess } from './month-access'
import type { MonthPeople } from './month-people'

/** What a cell shows of a slot; whole slots of thousands of cells would be twice as much to read. */
export interface ShownSlot {
  readonly village_id: string
  readonly duty_on: CalendarDate
  readonly seat: Seat
  readonly person_id: string | null
  readonly from_at: number
  readonly to_at: number
  readonly take_over_due_at: number
  readonly taken_over_at: number | null
  readonly source: SlotSource
  readonly published_at: number | null
  readonly changed_at: number | null
}

/** In no order: asked for one, the embedded database walks through the slots of all months. */
export function shownSlotsOf(
  reads: Reads,
  { subDistrictId, villageId }: MonthAccess,
  month: Month,
  days: readonly CalendarDate[],
): Promise<ShownSlot[]> {
  // Each half has an index of its own: one village out of a hundred is not looked for among all of them.
  const span = spanOfDays(days[0] ?? '', days.at(-1) ?? '')
  const where = villageId === null
    ? { sql: 'sub_district_id = ?', values: [subDistrictId] }
    : {
        sql: 'village_id = ? AND from_at >= ? AND from_at < ?',
        values: [villageId, span.fromAt, span.toAt],
      }
  return reads.query<ShownSlot>(
    `SELECT village_id, duty_on, seat, person_id, from_at, to_at, take_over_due_at, taken_over_at, source, published_at,
       changed_at FROM duty_slots WHERE ${where.sql} AND month = ?`,
    [...where.values, month],
  )
}

export interface CellGrid {
  readonly villageIds: readonly string[]
  readonly days: readonly CalendarDate[]
}

/**
 * By village, day and seat; of a cell's slots the one that began last. A slot of a village that is no more in the list
 * is left out.
 * @param showsPresence who took over and who did not: for those who answer for the roster
 */
export function cellRowsOf(
  slots: readonly ShownSlot[],
  { villageIds, days }: CellGrid,
  people: MonthPeople,
  now: EpochMs,
  { showsPresence }: { readonly showsPresence: boolean },
): readonly CellRow[] {
  const villageNumbers = new Map(villageIds.map((id, index) => [id, index]))
  const dayNumbers = new Map(days.map((on, index) => [on, index]))
  const last: (ShownSlot | undefined)[] = []
  for (const slot of slots) {
    const village = villageNumbers.get(slot.village_id)
    const day = dayNumbers.get(slot.duty_on)
    if (village === undefined || day === undefined) continue
    const place = (village * days.length + day) * SEATS.length + SEATS.indexOf(slot.seat)
    if (Number(last[place]?.from_at ?? 0) <= Number(slot.from_at)) last[place] = slot
  }
  const shown = showsPresence ? ~0 : ~(CELL_FLAGS.absent | CELL_FLAGS.takenOver)
  const rows: CellRow[] = []
  last.forEach((slot, place) => {
    if (slot === undefined) return
    const dayPlace = Math.floor(place / SEATS.length)
    const village = Math.floor(dayPlace / days.length)
    const person = people.numberOf(slot.person_id)
    rows.push([village, dayPlace % days.length, place % SEATS.length, person, flagsOf(slot, now) & shown])
  })
  return rows
}

function flagsOf(slot: ShownSlot, now: EpochMs): number {
  const isByHand = slot.source === 'edited' || slot.source === 'imported'
  const wasAbsent = slot.published_at !== null && isAbsent({
    personId: slot.person_id,
    toAt: Number(slot.to_at),
    takeOverDueAt: Number(slot.take_over_due_at),
    takenOverAt: slot.taken_over_at === null ? null : Number(slot.taken_over_at),
  }, now)
  return (slot.changed_at === null ? 0 : CELL_FLAGS.changedAfterPublishing)
    + (isByHand ? CELL_FLAGS.byHand : 0)
    + (wasAbsent ? CELL_FLAGS.absent : 0)
    + (slot.taken_over_at === null ? 0 : CELL_FLAGS.takenOver)
}
