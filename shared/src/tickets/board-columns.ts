import { HOUR_MS, type EpochMs } from '../kernel'
import type { BoardColumn } from './board-wire'
import type { Ticket } from './ticket'

const SOON_TO_ANSWER_MS = HOUR_MS
const SOON_TO_CLOSE_MS = 4 * HOUR_MS

/** As a board reads them. */
export const BOARD_COLUMNS: readonly BoardColumn[] = [
  'response-overdue', 'closure-overdue', 'response-soon', 'closure-soon',
]

/** What it takes to say where a running ticket stands on its sub-district's board. */
export type OnBoard = Pick<Ticket, 'status' | 'responseDueAt' | 'respondedAt'> & { readonly closureDueAt: EpochMs }

/** The column it stands in, and since or until when; `null`: nothing about it is urgent. */
export function placeOnBoard(
  { status, responseDueAt, closureDueAt }: OnBoard, now: EpochMs,
): { readonly column: BoardColumn; readonly dueAt: EpochMs } | null {
  if (status === 'submitted') {
    if (responseDueAt < now) return { column: 'response-overdue', dueAt: responseDueAt }
    return responseDueAt < now + SOON_TO_ANSWER_MS ? { column: 'response-soon', dueAt: responseDueAt } : null
  }
  if (status !== 'in-progress') return null
  if (closureDueAt < now) return { column: 'closure-overdue', dueAt: closureDueAt }
  return closureDueAt < now + SOON_TO_CLOSE_MS ? { column: 'closure-soon', dueAt: closureDueAt } : null
}

/** Late for an answer, or to be finished. */
export function isLateNow({ responseDueAt, respondedAt, closureDueAt }: OnBoard, now: EpochMs): boolean {
  return closureDueAt < now || (respondedAt === null && responseDueAt < now)
}

/** Not late, and in one of the two columns of what soon will be. */
export function isSoonLate(ticket: OnBoard, now: EpochMs): boolean {
  const column = placeOnBoard(ticket, now)?.column
  return column === 'response-soon' || column === 'closure-soon'
}
