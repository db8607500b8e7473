import type { SeatedPost } from '../identity'
import type { PlannedCell } from '../roster'

export interface CodedName {
  readonly id: string
  readonly name: string
  readonly code: string
}

/** What of a month the editor of a file may see, and who may be named in it. */
export interface RosterRegister {
  /** In the order in which they are listed. */
  readonly villages: readonly CodedName[]
  readonly people: readonly CodedName[]
  /** Posts that give a seat at some time of the month. */
  readonly posts: readonly SeatedPost[]
  /** Who stands in each cell of those villages. */
  readonly standing: readonly PlannedCell[]
  /** Staff: stationed cadres and leaders, too. */
  readonly editsVisits: boolean
}
