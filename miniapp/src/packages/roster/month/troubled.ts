import { CELL_FLAGS } from '@huiying/shared/roster'
import { holesOf, type MonthModel } from './month-model'

/** Something is to be done about the village: a seat is empty, or somebody did not come, or the planner found fault. */
export function isTroubled(model: MonthModel, village: number): boolean {
  const { answer, rows } = model
  const id = answer.villages[village]?.village.id
  return holesOf(model, village) > 0
    || (rows[village] ?? []).some((row) => row.some((cell) => cell !== null && (cell.flags & CELL_FLAGS.absent) > 0))
    || answer.notes.some((note) => note.weight === 'hole' && note.villageId === id)
}

/** Indices of the villages that are looked for. */
export function villagesFound(model: MonthModel, query: string, onlyTroubled: boolean): readonly number[] {
  return model.answer.villages.flatMap(({ village }, index) =>
    village.name.includes(query.trim()) && (!onlyTroubled || isTroubled(model, index)) ? [index] : [])
}
