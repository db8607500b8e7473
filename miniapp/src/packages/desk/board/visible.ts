import type { BoardAnswer, BoardColumn, BoardRow, LatePartRow } from '@huiying/shared/tickets'
import { LATE_COLUMNS } from '@/features/tickets/board-words'
import type { BoardAddress } from './board-address'

export interface ShownColumn {
  readonly key: BoardColumn
  readonly count: number
  readonly rows: readonly BoardRow[]
}

/** Departments that are late; shown only where there are any. */
export interface ShownParts {
  readonly key: 'late-parts'
  readonly count: number
  readonly rows: readonly LatePartRow[]
}

/** What the filters leave. With a village chosen the count is of what came along, which is a hundred at most. */
export function columnsOf({ columns }: BoardAnswer, { villageId, show }: BoardAddress): readonly ShownColumn[] {
  const wanted = columns.filter(({ key }) => show === 'all' || LATE_COLUMNS.includes(key) === (show === 'late'))
  return wanted.map(({ key, count, rows }) => {
    if (villageId === null) return { key, count, rows }
    const ofVillage = rows.filter((row) => row.villageId === villageId)
    return { key, count: ofVillage.length, rows: ofVillage }
  })
}

/** Of the departments that are late; `null`: none. */
export function partsOf({ lateParts }: BoardAnswer, { villageId, show }: BoardAddress): ShownParts | null {
  const rows = lateParts.rows.filter((row) => villageId === null || row.villageId === villageId)
  if (show === 'soon' || rows.length === 0) return null
  return { key: 'late-parts', count: villageId === null ? lateParts.count : rows.length, rows }
}

/** The row that one comes to; from nowhere to the first one, and at an edge one stays. */
export function stepInColumns(
  columns: readonly (ShownColumn | ShownParts)[], fromId: string | null, down: number, right: number,
): string | null {
  const filled = columns.map(({ rows }) => rows.map(({ id }) => id)).filter((ids) => ids.length > 0)
  const at = filled.findIndex((ids) => fromId !== null && ids.includes(fromId))
  const here = filled[at]
  if (here === undefined || fromId === null) return filled[0]?.[0] ?? null
  const there = filled[bounded(at + right, filled.length)] ?? here
  return there[bounded(here.indexOf(fromId) + down, there.length)] ?? fromId
}

function bounded(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index))
}
