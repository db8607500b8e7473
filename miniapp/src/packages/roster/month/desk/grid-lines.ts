import { SEATS, type Seat } from '@huiying/shared/roster'
import { HOLE, seatsShown, type MonthModel, type Spot } from '../month-model'
import type { GridFocus, GridShape } from '../grid-keys'

/** A line of the grid: one seat of one village over all days. */
export interface GridLine {
  readonly village: number
  readonly seat: Seat
  /** Lines of the village, on its first one; 0 on the others. */
  readonly span: number
}

export function linesOf(model: MonthModel, villages: readonly number[]): readonly GridLine[] {
  return villages.flatMap((village) => {
    const seats = seatsShown(model, village)
    return seats.map((seat, index) => ({ village, seat, span: index === 0 ? seats.length : 0 }))
  })
}

export function shapeOf(lines: readonly GridLine[], model: MonthModel): GridShape {
  return { villageOf: lines.map(({ village }) => village), days: model.answer.days.length }
}

/** The first cell without a person, village by village. */
export function firstHole(model: MonthModel, lines: readonly GridLine[]): GridFocus | null {
  for (const [row, { village, seat }] of lines.entries()) {
    const day = (model.rows[village]?.[SEATS.indexOf(seat)] ?? []).findIndex((cell) => cell?.person === HOLE)
    if (day >= 0) return { row, day }
  }
  return null
}

export function spotAt(lines: readonly GridLine[], { row, day }: GridFocus): Spot | null {
  const line = lines[row]
  return line === undefined ? null : { village: line.village, day, seat: line.seat }
}
