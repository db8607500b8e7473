import type { EpochMs } from '../kernel'
import type { PersonTag } from '../identity'
import type { Seat } from '../roster'
import type { UnitBrief } from '../villages'

/** A stretch of the time until the answer, and whom the matter was with. */
export interface HeldView {
  /** `null`: there was nobody in the village whom it could have been with. */
  readonly person: PersonTag | null
  /** What he sat as; `null`: nobody sat, and he stood in as the village's lead. */
  readonly seat: Seat | null
  /** Where it lay, if that was not the village that was told. */
  readonly unit?: UnitBrief
  readonly fromAt: EpochMs
  readonly toAt: EpochMs
  /** Whole minutes; those of all stretches add up to the minutes of the whole. */
  readonly minutes: number
}
