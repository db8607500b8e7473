import type { Cell, CellChange } from '@huiying/shared/roster'
import { candidatesFor, cellAt, cellOf, isVisitorSeat, personIdAt, spotOf, type MonthModel, type Spot } from './month-model'

/** Puts somebody into a cell, or nobody (`null`: a hole stays). Nothing to do: `null`. */
export function assign(model: MonthModel, spot: Spot, personId: string | null): readonly CellChange[] | null {
  const seen = personIdAt(model, spot)
  return seen === personId ? null : [change(cellOf(model, spot), seen, personId)]
}

/** Takes a visit away; a village's own seat can only be left empty. */
export function clear(model: MonthModel, spot: Spot): readonly CellChange[] | null {
  const seen = personIdAt(model, spot)
  if (seen === undefined) return null
  return isVisitorSeat(spot.seat) ? [change(cellOf(model, spot), seen, undefined)] : assign(model, spot, null)
}

/**
 * One cell dropped onto another: the two change places. A visit dropped where there is none moves there. `null`:
 * nothing would change, or one of the two may not sit in the other's seat.
 */
export function exchange(model: MonthModel, from: Spot, to: Spot): readonly CellChange[] | null {
  const given = personIdAt(model, from)
  const taken = personIdAt(model, to)
  if (given === undefined || given === taken) return null
  if (taken === undefined && !(isVisitorSeat(to.seat) && from.seat === to.seat)) return null
  if (!fits(model, cellAt(model, from)?.person, to) || !fits(model, cellAt(model, to)?.person, from)) return null
  return [change(cellOf(model, from), given, taken), change(cellOf(model, to), taken, given)]
}

/** May the person, by index of `people`, sit there at all? A hole fits everywhere. */
export function fits(model: MonthModel, person: number | undefined, { village, seat }: Spot): boolean {
  return person === undefined || person < 0 || candidatesFor(model, village, seat).includes(person)
}

/** A village's own seat that did not exist before can be left empty again, but not be taken away. */
export function canBeUndone(changes: readonly CellChange[]): boolean {
  return changes.every(({ seat, seenPersonId }) => isVisitorSeat(seat) || seenPersonId !== undefined)
}

/** What brings back what was there before. */
export function undoOf(changes: readonly CellChange[]): readonly CellChange[] {
  return changes.map(({ villageId, on, seat, seenPersonId, personId }) =>
    change({ villageId, on, seat }, personId, seenPersonId))
}

/** The same wish on the month as it stands by now; what already is as wished falls out. */
export function renewed(model: MonthModel, changes: readonly CellChange[]): readonly CellChange[] {
  return changes.flatMap(({ villageId, on, seat, personId }) => {
    const spot = spotOf(model, { villageId, on, seat })
    const seen = spot === null ? undefined : personIdAt(model, spot)
    return seen === personId ? [] : [change({ villageId, on, seat }, seen, personId)]
  })
}

// `undefined` is not written at all: over the wire a missing field says "no such cell".
function change(cell: Cell, seen: string | null | undefined, next: string | null | undefined): CellChange {
  return {
    ...cell,
    ...(seen === undefined ? {} : { seenPersonId: seen }),
    ...(next === undefined ? {} : { personId: next }),
  }
}
