import type { EpochMs } from '../kernel'
import type { TicketRow } from './wire'

/** POST /api/villages/:villageId/alike — POST, so that nobody's words stand in addresses and their logs. */
export interface AlikeBody {
  readonly text: string
  readonly place?: { readonly name: string; readonly latitude: number | null; readonly longitude: number | null }
}
/** Open public matters of the village that may be the same one: what goes on first, then the most alike; ≤ 3. */
export interface AlikeAnswer {
  readonly now: EpochMs
  readonly rows: readonly AlikeRow[]
}
export interface AlikeRow {
  readonly ticket: TicketRow
  /** Said of the same corner of the village. */
  readonly isNear: boolean
  readonly isFollowing: boolean
  /** Nobody has said anything about it for a month. */
  readonly isQuiet: boolean
}

/** POST and DELETE /api/tickets/:ticketId/following — 我也遇到, and no longer. GET /api/tickets/followed lists them. */
export interface FollowingAnswer {
  readonly isFollowing: boolean
  readonly followers: number
}

/** GET /api/tickets/:ticketId/merge-candidates — open matters it could be merged into, the most alike first; ≤ 10. */
export interface MergeCandidatesAnswer {
  readonly now: EpochMs
  readonly rows: readonly (TicketRow & { readonly isAlike: boolean })[]
}
/** POST /api/tickets/:ticketId/merge. Answers the merged ticket's TicketView. */
export interface MergeBody {
  readonly intoTicketId: string
}
// POST /api/tickets/:ticketId/coming-apart takes no body and answers TicketView.
