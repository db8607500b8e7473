import type { EpochMs } from '@huiying/shared/kernel'
import type { ClosureOutcome, NotAcceptedReason, OnBehalfOf, Rating, TicketKind, Visibility } from '@huiying/shared/tickets'
import type { PhotoSubject } from './draw-photo'

/** What somebody does to a ticket at an instant. People are named by the codes of the lists. */
export type PlannedAct = { readonly at: EpochMs; readonly by: string } & (
  | { readonly does: 'open' }
  /** Says which of the sub-district's topics it is about, where its words sound like one. */
  | { readonly does: 'sort' }
  | { readonly does: 'reply'; readonly text: string; readonly byCall: boolean }
  | { readonly does: 'write'; readonly text: string }
  | {
      readonly does: 'close'
      readonly text: string
      readonly outcome: ClosureOutcome
      readonly reason: NotAcceptedReason | null
      readonly photo: PhotoSubject | null
    }
  | { readonly does: 'rate'; readonly rating: Rating }
  | { readonly does: 'reject'; readonly text: string }
)

/** A matter from the first word to where it stands now. */
export interface PlannedTicket {
  readonly villageCode: string
  readonly reporter: string
  readonly onBehalfOf: OnBehalfOf | null
  /** `null`: whoever the directory offers. */
  readonly addressee: string | null
  readonly kind: TicketKind
  readonly visibility: Visibility
  readonly text: string
  readonly placeName: string | null
  readonly photo: PhotoSubject | null
  readonly submittedAt: EpochMs
  /** In the order of time, none before `submittedAt`. */
  readonly acts: readonly PlannedAct[]
}
