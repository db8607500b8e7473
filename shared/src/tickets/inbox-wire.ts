import type { EpochMs } from '../kernel'
import type { TicketRow } from './wire'

/**
 * GET /api/inbox — what burns, for a village's handlers; in each group what was rejected comes first, then what is due
 * first; ≤ 50 rows, with the full count.
 */
export interface InboxAnswer {
  readonly now: EpochMs
  readonly groups: readonly {
    readonly key: InboxGroup
    readonly count: number
    readonly rows: readonly InboxRow[]
  }[]
}
export interface InboxRow extends TicketRow {
  /** Whose village it is, where that is not the one the viewer answers for; at the county with its sub-district. */
  readonly from: string | null
  /** Where what was handed on lies now: one may answer it still, and not close it. */
  readonly heldBy: string | null
  /** More time was asked for, and the sub-district has not decided; until then the deadline holds. */
  readonly asksMoreTime: boolean
  /** Departments that still owe something: it cannot be closed before. */
  readonly openParts: number
}
/**
 * late: response or closure overdue; answer: to be answered within the hour; answer-later: after it, as where only
 * service hours count; finish: answered, to be closed today; finish-later: after it; waiting: closed, the resident's
 * turn; handed-on: open still, with another village, a department or the sub-district.
 */
export type InboxGroup = ToDecide | 'late' | 'answer' | 'finish' | 'answer-later' | 'finish-later' | 'waiting' | 'handed-on'
/** What waits for a word of the sub-district: for its staff and leaders; a department's refusal for leaders alone. */
export type ToDecide = 'objections' | 'extensions' | 'refusals'
