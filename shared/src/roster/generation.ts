import type { CalendarDate } from '../kernel'
import type { WorkCalendar } from '../calendar'
import type { Post } from '../identity'
import type { Cell, Month } from './duty-slot'
import type { RosterNote } from './notes'
import type { RosterTerms } from './policy'

/** Everything a month is made from; the same input makes the same month. */
export interface GenerationInput {
  readonly month: Month
  readonly calendar: WorkCalendar
  readonly terms: RosterTerms
  /** In the order of their codes. */
  readonly villages: readonly GenerationVillage[]
  /** The sub-district's leaders, with their titles in `charge`. */
  readonly leaders: readonly Post[]
  /** Leaves that touch the month or the months looked back on. */
  readonly leaves: readonly DutyAbsence[]
  /** Who sat, or was to sit, in the published months before (`BALANCE_MONTHS`): whoever sat less sits more now. */
  readonly past: readonly PlannedCell[]
  /** Set by hand: kept as they are, and counted. Those of villages not given only keep their people busy. */
  readonly fixed: readonly PlannedCell[]
  /** Visits that somebody took away by hand: nobody is sent there on that day again. */
  readonly takenAway: readonly Cell[]
}

export interface GenerationVillage {
  readonly villageId: string
  /** A leader is to visit it: marked weak, conflicted, much-petitioned or behind. */
  readonly isMarked: boolean
  /** Every post at the village that holds at some time of the month or of the months looked back on. */
  readonly posts: readonly Post[]
}

export interface DutyAbsence {
  readonly personId: string
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
}

/** `personId` `null`: somebody should sit there and nobody can. */
export interface PlannedCell extends Cell {
  readonly personId: string | null
}

export interface GenerationResult {
  /** By village in the given order, then by day, then by seat. */
  readonly cells: readonly PlannedCell[]
  readonly notes: readonly RosterNote[]
}

/** How many months back are evened out. */
export const BALANCE_MONTHS = 3
