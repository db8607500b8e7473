import type { PersonTag } from '@huiying/shared/identity'
import {
  CELL_FLAGS, SEATS, spanOf, type Cell, type CellChange, type CellRow, type RosterMonthAnswer, type Seat,
} from '@huiying/shared/roster'

/** One seat of one village on one day, as it stands. `person`: index of `people`, -1: a hole. */
export interface SeatCell {
  readonly person: number
  readonly flags: number
}
/** A village's days of one seat; `null`: nobody is to sit there that day. */
export type SeatRow = readonly (SeatCell | null)[]

/**
 * The month as a screen works with it. A change copies only the row it is in, so that all other rows stay the very same
 * and are not drawn anew.
 */
export interface MonthModel {
  readonly answer: RosterMonthAnswer
  readonly people: readonly PersonTag[]
  /** By village, then by index of SEATS. */
  readonly rows: readonly (readonly SeatRow[])[]
}

/** A cell by its place in the model. */
export interface Spot {
  readonly village: number
  readonly day: number
  readonly seat: Seat
}

export const HOLE = -1

export function readMonth(answer: RosterMonthAnswer): MonthModel {
  const rows = answer.villages.map(() => SEATS.map(() => answer.days.map((): SeatCell | null => null)))
  for (const [village, day, seat, person, flags] of answer.cells) {
    const row = rows[village]?.[seat]
    if (row !== undefined) row[day] = { person, flags }
  }
  return { answer, people: answer.people, rows }
}

export function cellAt({ rows }: MonthModel, { village, day, seat }: Spot): SeatCell | null {
  return rows[village]?.[SEATS.indexOf(seat)]?.[day] ?? null
}

export function personAt(model: MonthModel, spot: Spot): PersonTag | null {
  return model.people[cellAt(model, spot)?.person ?? HOLE] ?? null
}

/** What stands in the cell, as the wire says it: `undefined` no cell, `null` a hole. */
export function personIdAt(model: MonthModel, spot: Spot): string | null | undefined {
  const cell = cellAt(model, spot)
  return cell === null ? undefined : (model.people[cell.person]?.personId ?? null)
}

export function cellOf({ answer }: MonthModel, { village, day, seat }: Spot): Cell {
  return { villageId: answer.villages[village]?.village.id ?? '', on: answer.days[day]?.on ?? '', seat }
}

/** `null`: not among what is loaded. */
export function spotOf({ answer }: MonthModel, { villageId, on, seat }: Cell): Spot | null {
  const village = answer.villages.findIndex((one) => one.village.id === villageId)
  const day = answer.days.findIndex((one) => one.on === on)
  return village < 0 || day < 0 ? null : { village, day, seat }
}

/** The month as it will be once the changes are stored. What is not loaded is passed over. */
export function withChanges(model: MonthModel, changes: readonly CellChange[]): MonthModel {
  const rows = [...model.rows]
  for (const change of changes) {
    const spot = spotOf(model, change)
    if (spot === null) continue
    const seatIndex = SEATS.indexOf(spot.seat)
    const villageRows = [...(rows[spot.village] ?? [])]
    const row = [...(villageRows[seatIndex] ?? [])]
    row[spot.day] = changedCell(model, change, row[spot.day] ?? null, loadedCell(model, spot, seatIndex))
    villageRows[seatIndex] = row
    rows[spot.village] = villageRows
  }
  return { ...model, rows }
}

/** Straight from the server: what it does not say to be changed stands as it was published. */
function loadedCell({ answer }: MonthModel, { village, day }: Spot, seatIndex: number): CellRow | undefined {
  return answer.cells.find((row) => row[0] === village && row[1] === day && row[2] === seatIndex)
}

function changedCell(
  { answer, people }: MonthModel,
  change: CellChange,
  before: SeatCell | null,
  loaded: CellRow | undefined,
): SeatCell | null {
  if (change.personId === undefined) return null
  const person = change.personId === null ? HOLE : people.findIndex(({ personId }) => personId === change.personId)
  const isBack = loaded?.[3] === person && (loaded[4] & CELL_FLAGS.changedAfterPublishing) === 0
    && spanOf(change.seat, change.on, answer.terms).fromAt > answer.now
  if (isBack) return { person, flags: CELL_FLAGS.byHand }
  const late = answer.status === 'published' ? CELL_FLAGS.changedAfterPublishing : 0
  // Whoever sits there now has neither taken over nor been absent.
  const kept = (before?.flags ?? 0) & CELL_FLAGS.changedAfterPublishing
  return { person, flags: kept | CELL_FLAGS.byHand | late }
}

/** Who may sit in a seat of the village, as indices of `people`; the village's own committee first. */
export function candidatesFor({ answer, people }: MonthModel, village: number, seat: Seat): readonly number[] {
  const candidates = answer.villages[village]?.candidates
  if (candidates === undefined) return []
  if (seat === 'lead') return candidates.committeeLeads
  // A secretary or director may take a member's place (handbook §3); he stands after the members.
  if (seat === 'member') {
    const { committeeLeads: leads, members } = candidates
    return [...members.filter((person) => !leads.includes(person)), ...leads]
  }
  if (seat === 'stationed') return candidates.stationed
  return people.flatMap(({ post }, index) => (post === 'leader' ? [index] : []))
}

/** Who sits that day already, in another cell: one person has one shift a day. By index of `people`. */
export function busyOn({ rows }: MonthModel, { village, day, seat }: Spot): ReadonlySet<number> {
  const busy = new Set<number>()
  for (const [villageIndex, seats] of rows.entries()) {
    for (const [seatIndex, row] of seats.entries()) {
      const cell = row[day]
      const isHere = villageIndex === village && SEATS[seatIndex] === seat
      if (cell != null && cell.person !== HOLE && !isHere) busy.add(cell.person)
    }
  }
  return busy
}

export interface DutyCount {
  readonly days: number
  /** Of them on weekends and public holidays. */
  readonly restDays: number
}

const NO_DUTY: DutyCount = { days: 0, restDays: 0 }

/** How often each person sits this month, by index of `people`. Two seats on one day are one day. */
export function countDuty({ answer, rows }: MonthModel): ReadonlyMap<number, DutyCount> {
  const counts = new Map<number, DutyCount>()
  for (const [day, { kind }] of answer.days.entries()) {
    const sitting = new Set(rows.flatMap((seats) => seats.map((row) => row[day]?.person ?? HOLE)))
    sitting.delete(HOLE)
    for (const person of sitting) {
      const { days, restDays } = counts.get(person) ?? NO_DUTY
      counts.set(person, { days: days + 1, restDays: restDays + (kind === 'working-day' ? 0 : 1) })
    }
  }
  return counts
}

export function dutyWords(count: DutyCount | undefined): string {
  const { days, restDays } = count ?? NO_DUTY
  if (days === 0) return '这个月没有班'
  return restDays === 0 ? `${days} 天` : `${days} 天，休息日 ${restDays} 天`
}

export function mayEdit(model: MonthModel, { village, seat }: Pick<Spot, 'village' | 'seat'>, isStaff: boolean): boolean {
  const { answer } = model
  if (answer.status === null || !answer.editable.includes(answer.villages[village]?.village.id ?? '')) return false
  return isStaff || seat === 'lead' || seat === 'member'
}

/** The days of a village on which a seat is empty. */
export function holesOf({ rows }: MonthModel, village: number): number {
  return (rows[village] ?? []).reduce(
    (sum, row) => sum + row.filter((cell) => cell !== null && cell.person === HOLE).length, 0)
}

export function isVisitorSeat(seat: Seat): boolean {
  return seat === 'stationed' || seat === 'leader'
}

/** The seats a village has lines for: a leader's only where one is to come, or has been asked for. */
export function seatsShown({ answer, rows }: MonthModel, village: number): readonly Seat[] {
  const isMarked = (answer.villages[village]?.marks.length ?? 0) > 0
  return SEATS.filter((seat, index) =>
    seat !== 'leader' || isMarked || (rows[village]?.[index] ?? []).some((cell) => cell !== null))
}
