import type { CellChange } from '@huiying/shared/roster'
import type { MonthModel, Spot } from './month-model'
import type { MonthRights } from './rights'
import type { MonthDesk } from './use-edits'

/** What both ways of looking at a month are given. */
export interface MonthViewParts {
  readonly desk: MonthDesk
  readonly model: MonthModel
  readonly rights: MonthRights
  /** Stores at once, or asks first. `isDelete`: with a single key. */
  readonly onSave: (changes: readonly CellChange[] | null, isDelete?: boolean) => void
  readonly firstVillageId: string | undefined
  readonly onlyTroubled: boolean
  readonly onOnlyTroubled: (onlyTroubled: boolean) => void
  readonly onOpen: (spot: Spot) => void
}
