import type { CalendarDate } from '../kernel'
import type { Seat } from '../roster'

/**
 * POST /api/roster/months/:month/workbook?checkOnly=true (multipart, one file) — the exported file with edits; staff,
 * or a village's leads for their village. `changed` 0: nothing was changed. Faults come as `lists.faulty`, all of them,
 * and nothing is written.
 */
export interface RosterImportAnswer {
  /** True when it was only checked. */
  readonly checkedOnly: boolean
  /** Cells that were, or would be, changed. */
  readonly changed: number
  /** Cells of the file that stay as they are. */
  readonly unchanged: number
  /** The first `IMPORTED_ROWS_SHOWN` of what is changed, in the order of the file. */
  readonly rows: readonly RosterImportRow[]
  /** Of the month afterwards. */
  readonly revision: number
}

export interface RosterImportRow {
  readonly villageName: string
  readonly on: CalendarDate
  readonly seat: Seat
  /** `null`: nobody. */
  readonly beforeName: string | null
  readonly afterName: string | null
}

export const IMPORTED_ROWS_SHOWN = 200
