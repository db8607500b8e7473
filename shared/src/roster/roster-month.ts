import type { EpochMs } from '../kernel'
import type { Cell, Month, SlotSource } from './duty-slot'
import type { RosterNote } from './notes'
import type { RosterTerms } from './policy'

export type MonthStatus = 'draft' | 'published'

/** A month of duty for all villages of a sub-district. Its row is where two people who edit it meet. */
export interface RosterMonth {
  readonly subDistrictId: string
  readonly month: Month
  readonly status: MonthStatus
  /** Counts every change; a client says which one it has seen. */
  readonly revision: number
  readonly policyVersion: number
  readonly terms: RosterTerms
  readonly notes: readonly RosterNote[]
  readonly generatedAt: EpochMs
  readonly publishedAt: EpochMs | null
  readonly publishedBy: string | null
}

/** One change of one cell, kept for good: after publishing it is shown as such. */
export interface RosterChange extends Cell {
  readonly id: string
  readonly subDistrictId: string
  readonly month: Month
  readonly revision: number
  readonly beforeId: string | null
  readonly afterId: string | null
  readonly source: SlotSource
  readonly isAfterPublishing: boolean
  readonly at: EpochMs
  readonly by: string | null
}
