import type { EpochMs } from '../kernel'
import type { MoveHow } from './ways'

/** What happens to a ticket on its way up, sideways and down. The reasons are messages. */
export type WaysFact =
  | {
      readonly type: 'ticket.moved'
      readonly how: MoveHow
      readonly move: number
      readonly fromUnitId: string
      readonly toUnitId: string
      readonly messageId: string
      readonly personId: string
    }
  | { readonly type: 'ticket.objected'; readonly move: number; readonly messageId: string; readonly personId: string }
  | {
      readonly type: 'ticket.objection-decided'
      readonly move: number
      readonly isUpheld: boolean
      readonly messageId: string
      readonly personId: string
    }
  | { readonly type: 'ticket.minutes-recorded'; readonly messageId: string; readonly personId: string }
  | {
      readonly type: 'ticket.extension-asked'
      readonly extensionId: string
      readonly cycle: number
      readonly promisedAt: EpochMs
      readonly messageId: string
      readonly personId: string
    }
  | {
      readonly type: 'ticket.extension-decided'
      readonly extensionId: string
      readonly cycle: number
      readonly isGranted: boolean
      readonly promisedAt: EpochMs
      readonly personId: string
    }
  | { readonly type: 'ticket.topic-set'; readonly topicId: string | null; readonly personId: string }

/** The sub-district changed its list of topics. */
export interface TopicFact {
  readonly type: 'topic.saved'
  /** The sub-district. */
  readonly subjectId: string
  readonly topicId: string
}
