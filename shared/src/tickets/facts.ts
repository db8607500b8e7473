import type { EpochMs } from '../kernel'
import type { ClosureOutcome, NotAcceptedReason, Rating } from './ticket'
import type { PublicationFact } from './publication-facts'
import type { TogetherFact } from './together-facts'
import type { PartFact } from './whistle-facts'
import type { WaysFact } from './ways-facts'

interface OfTicket {
  readonly ticketId: string
  /**
   * What time brought about came to light only then, more than a minute after it was due: the product was down or slow.
   * Its own lateness, kept apart from people's, who are judged by their acts and the due instants alone.
   */
  readonly noticedAt?: EpochMs
}

/** What can have happened to a ticket. Words of persons are not in here: they are in the messages the ids point to. */
export type TicketFact =
  | (OfTicket & { readonly type: 'ticket.submitted'; readonly responseDueAt: EpochMs })
  | (OfTicket & { readonly type: 'ticket.opened'; readonly personId: string })
  | (OfTicket & { readonly type: 'ticket.responded'; readonly messageId: string; readonly personId: string; readonly met: boolean })
  | (OfTicket & { readonly type: 'ticket.replied'; readonly messageId: string; readonly personId: string })
  | (OfTicket & { readonly type: 'ticket.reporter-wrote'; readonly messageId: string })
  | (OfTicket & { readonly type: 'ticket.response-reminded' })
  | (OfTicket & { readonly type: 'ticket.response-overdue'; readonly dueAt: EpochMs })
  | (OfTicket & { readonly type: 'ticket.closure-warned'; readonly cycle: number; readonly dueAt: EpochMs })
  | (OfTicket & { readonly type: 'ticket.closure-overdue'; readonly cycle: number; readonly dueAt: EpochMs })
  | (OfTicket & {
      readonly type: 'ticket.order-issued'
      readonly cycle: number
      readonly count: number
      readonly tellsCounty: boolean
      /** Who sent it by hand; left out: time did. */
      readonly personId?: string
    })
  | (OfTicket & {
      readonly type: 'ticket.closed'
      readonly messageId: string
      readonly personId: string
      readonly cycle: number
      readonly outcome: ClosureOutcome
      readonly reason: NotAcceptedReason | null
      readonly met: boolean
    })
  | (OfTicket & { readonly type: 'ticket.rated'; readonly cycle: number; readonly rating: Rating })
  | (OfTicket & { readonly type: 'ticket.rejected'; readonly cycle: number; readonly messageId: string; readonly toSubDistrict: boolean })
  | (OfTicket & PartFact)
  | (OfTicket & TogetherFact)
  | (OfTicket & { readonly type: 'ticket.filed-unrated'; readonly cycle: number })
  | (OfTicket & { readonly type: 'ticket.withdrawn' })
  | (OfTicket & WaysFact)
  | (OfTicket & PublicationFact)
  /** Nobody who was to hear of it (that fact) could be reached, by no channel. */
  | (OfTicket & { readonly type: 'ticket.undeliverable'; readonly factId: string })
  | (OfTicket & { readonly type: 'ticket.phone-viewed'; readonly personId: string })
  /** Unanswered, it went to whoever sits now; no deadline moved. `toPersonId` `null`: nobody is there. */
  | (OfTicket & {
      readonly type: 'ticket.rerouted'
      readonly fromPersonId: string | null
      readonly toPersonId: string | null
      readonly why: RerouteReason
      /** When it went over; it may have been noticed later. */
      readonly at: EpochMs
    })

/** Why an unanswered ticket went to somebody else. */
export type RerouteReason = 'hand-over' | 'leave' | 'swap' | 'absence' | 'taken-over' | 'roster-changed'
