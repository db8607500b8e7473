import type { PersonTag } from '../identity'
import type { EpochMs } from '../kernel'
import type { AboutWhom } from './ticket'

/** POST /api/tickets/:id/reporter-phone — the look is on record, and the reporter reads who looked and why. */
export interface ReporterPhoneBody {
  /** Left out within the half hour that an earlier look holds. */
  readonly reason?: string
}
export interface ReporterPhoneAnswer {
  readonly phone: string
  /** Until then he may see it again without another reason. */
  readonly until: EpochMs
}

/** One line of "谁看过": a day's first opening, or a look at the number. */
export interface LookView {
  readonly kind: 'opening' | 'phone'
  readonly who: PersonTag | null
  readonly at: EpochMs
  /** Why he looked at the number; `null` for an opening, and for looks of a time when nobody was asked. */
  readonly reason: string | null
  /** Until when a look at the number holds, for whose look or number it is; `null`: it is neither, or over. */
  readonly until: EpochMs | null
}

/** What only the reporter and those who handle it read of a confidential ticket. */
export interface ConfidenceView {
  /** Where it lies, above the village. */
  readonly holder: { readonly name: string; readonly isCounty: boolean }
  /** Of whose village it comes; where the county holds it, the sub-district knows nothing of it either. */
  readonly subDistrictName: string
  readonly about: AboutWhom | null
  readonly aboutPerson: PersonTag | null
  /** The ticket whose handling he complains of, with its id for whoever may open that one. */
  readonly regarding: { readonly words: string; readonly ticketId: string | null } | null
}
