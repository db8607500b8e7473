import type { EpochMs } from '../kernel'
import type { Person, SeatedPost } from '../identity'
import type { Unit } from '../villages'

/** What the database holds of a sub-district, and of everybody the lists name. */
export interface Register {
  /** The sub-district's units, what is above them, and whatever else has a code of the lists. */
  readonly units: readonly Unit[]
  /** Everybody with a code of the lists, and every holder of one of `posts`. */
  readonly people: readonly Person[]
  /** Every post in the sub-district, and every post anywhere of `people`. */
  readonly posts: readonly SeatedPost[]
}

export interface ImportContext {
  readonly now: EpochMs
  readonly newId: () => string
  /** The sub-district whose admin imports: its own units and people only. `null`: the operator, who may all. */
  readonly subDistrictId: string | null
}

/** Rows to insert and rows to rewrite, by table; `next` is what will stand. */
export interface Changes<Row> {
  readonly added: readonly Row[]
  readonly changed: readonly Row[]
  readonly unchanged: number
}
