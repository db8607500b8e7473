import { compareText, type CalendarDate } from '../kernel'
import { Availability, type SeatHolder } from './availability'
import { dayNumber, DutyDays } from './duty-days'
import { cellKey, SEATS, type Cell, type Seat } from './duty-slot'
import type { GenerationInput, PlannedCell } from './generation'
import type { RosterNote, RosterNoteCode, RosterNoteWeight } from './notes'

/** Somebody sits there. */
export type TakenCell = PlannedCell & { readonly personId: string }

/** Farther away than this, one day is as good as another. */
const NEAR_DAYS = 14

/** A month while it is made: who sits where by now, in it and before it, and what could not be done. */
export class MonthPlan {
  readonly dutyDays: DutyDays
  readonly availability: Availability
  /** Those of the months looked back on, of years that are known. */
  readonly past: readonly TakenCell[]
  private readonly cells = new Map<string, PlannedCell>()
  /** Cells of a person on a day; more than one only where somebody set it so. */
  private readonly seats = new Map<string, readonly string[]>()
  private readonly dayNumbers = new Map<string, Set<number>>()
  private readonly takenAway: ReadonlySet<string>
  private readonly notes: RosterNote[] = []
  private readonly villageOrder: ReadonlyMap<string, number>

  /** @throws calendar.year-unknown */
  constructor(readonly input: GenerationInput) {
    this.dutyDays = new DutyDays(input.calendar, input.month)
    this.availability = new Availability(input.terms, input.leaves)
    this.takenAway = new Set(input.takenAway.map(cellKey))
    this.villageOrder = new Map(input.villages.map(({ villageId }, index) => [villageId, index]))
    this.past = input.past.filter(isTaken).filter(({ on }) =>
      this.dutyDays.isLookedBackOn(on) && this.dutyDays.kindOf(on) !== null)
    for (const cell of this.past) this.seat(cell)
    for (const cell of input.fixed) if (this.dutyDays.isInMonth(cell.on)) this.put(cell)
  }

  put(cell: PlannedCell): void {
    this.cells.set(cellKey(cell), cell)
    if (isTaken(cell)) this.seat(cell)
  }

  cellAt(cell: Cell): PlannedCell | undefined {
    return this.cells.get(cellKey(cell))
  }

  /** Somebody took it away by hand. */
  isTakenAway(cell: Cell): boolean {
    return this.takenAway.has(cellKey(cell))
  }

  /** May come on the day, and sits nowhere else. */
  isFree(holder: SeatHolder, cell: Cell): boolean {
    const sitsElsewhere = this.seats.get(`${holder.personId}|${cell.on}`)?.some((key) => key !== cellKey(cell)) ?? false
    return !sitsElsewhere && this.availability.mayCome(holder, cell.seat, cell.on)
  }

  /** May come on the day, and sits in no other village. */
  isFreeForVillage(holder: SeatHolder, cell: Cell): boolean {
    const sitsElsewhere = this.seats.get(`${holder.personId}|${cell.on}`)?.some((key) => !key.startsWith(`${cell.villageId}|`))
    return sitsElsewhere !== true && this.availability.mayCome(holder, cell.seat, cell.on)
  }

  /** To the nearest day on which he sits, before or after. */
  daysApart(personId: string, on: CalendarDate): number {
    const own = this.dayNumbers.get(personId)
    if (own === undefined) return NEAR_DAYS
    const day = dayNumber(on)
    let apart = 1
    while (apart < NEAR_DAYS && !own.has(day - apart) && !own.has(day + apart)) apart += 1
    return apart
  }

  note(code: RosterNoteCode, about: Partial<Pick<RosterNote, 'villageId' | 'seat' | 'days' | 'personId'>>): void {
    this.notes.push({ code, weight: WEIGHTS[code], villageId: null, seat: null, days: [], personId: null, ...about })
  }

  sortedCells(): readonly PlannedCell[] {
    return [...this.cells.values()].filter((cell) => this.villageOrder.has(cell.villageId)).sort((one, other) =>
      this.orderOf(one.villageId) - this.orderOf(other.villageId) || compareText(one.on, other.on)
      || SEATS.indexOf(one.seat) - SEATS.indexOf(other.seat))
  }

  /** The sub-district's first, then village by village. */
  sortedNotes(): readonly RosterNote[] {
    return [...this.notes].sort((one, other) =>
      this.orderOf(one.villageId) - this.orderOf(other.villageId) || seatOrder(one.seat) - seatOrder(other.seat)
      || compareText(one.days[0] ?? '', other.days[0] ?? '') || compareText(one.code, other.code)
      || compareText(one.personId ?? '', other.personId ?? ''))
  }

  private orderOf(villageId: string | null): number {
    return villageId === null ? -1 : this.villageOrder.get(villageId) ?? -1
  }

  private seat(cell: TakenCell): void {
    const key = `${cell.personId}|${cell.on}`
    this.seats.set(key, [...(this.seats.get(key) ?? []), cellKey(cell)])
    const own = this.dayNumbers.get(cell.personId) ?? new Set()
    this.dayNumbers.set(cell.personId, own.add(dayNumber(cell.on)))
  }
}

/** A hole where a seat stays empty that the rules want filled. */
const WEIGHTS: Readonly<Record<RosterNoteCode, RosterNoteWeight>> = {
  'nobody-leads': 'hole',
  'leads-away': 'hole',
  'no-members': 'notice',
  'leads-share-rest-days': 'notice',
  'nobody-can-sit': 'hole',
  'no-stationed-cadre': 'hole',
  'several-stationed-cadres': 'notice',
  'stationed-moved': 'notice',
  'stationed-not-this-week': 'notice',
  'stationed-too-many-villages': 'hole',
  'no-marked-villages': 'notice',
  'no-chief': 'notice',
  'chief-cannot-visit': 'hole',
  'village-not-visited': 'hole',
}

/**
 * Days that follow each other among those that come into question, together; all of them: one empty list, "the whole
 * month".
 */
export function groupedDays(
  days: readonly CalendarDate[],
  inQuestion: readonly CalendarDate[],
): readonly (readonly CalendarDate[])[] {
  const wanted = new Set(days)
  if (wanted.size === inQuestion.length) return wanted.size === 0 ? [] : [[]]
  const groups: CalendarDate[][] = []
  inQuestion.forEach((on, index) => {
    if (!wanted.has(on)) return
    const before = inQuestion[index - 1]
    if (before !== undefined && wanted.has(before)) groups.at(-1)?.push(on)
    else groups.push([on])
  })
  return groups
}

function isTaken(cell: PlannedCell): cell is TakenCell {
  return cell.personId !== null
}

function seatOrder(seat: Seat | null): number {
  return seat === null ? -1 : SEATS.indexOf(seat)
}
