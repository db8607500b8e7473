import type { BoardAnswer, BoardColumn, BoardRow } from '@huiying/shared/tickets'
import { LATE_COLUMNS } from '@/features/tickets/board-words'
import type { BoardAddress } from './board-address'

export interface ShownColumn {
  readonly key: BoardColumn
  readonly count: number
  readonly rows: readonly BoardRow[]
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

/** The row that one comes to; from nowhere to the first one, and at an edge one stays. */
export function stepInColumns(
  columns: readonly ShownColumn[], fromId: string | null, down: number, right: number,
): string | null {
  const filled = columns.filter(({ rows }) => rows.length > 0)
  const at = filled.findIndex(({ rows }) => rows.some(({ id }) => id === fromId))
  const here = filled[at]
  if (here === undefined) return filled[0]?.rows[0]?.id ?? null
  const row = here.rows.findIndex(({ id }) => id === fromId)
  const there = filled[bounded(at + right, filled.length)] ?? here
  return there.rows[bounded(row + down, there.rows.length)]?.id ?? fromId
}

function bounded(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index))
}
