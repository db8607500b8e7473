import type { EpochMs } from '../kernel'
import type { PersonTag } from '../identity'
import type { OpenHours } from '../sla'
import type { UnitBrief } from '../villages'
import type { TicketAction } from './actions'
import type { ConfidenceView, LookView } from './confidence-wire'
import type { HeldView } from './held-view'
import type { WaysMessageKind, WaysView } from './ways-wire'
import type { PublicationView } from './content-check'
import type { TogetherView } from './together-view'
import type { PartView } from './whistle-wire'
import type { PartWordKind } from './whistle'
import type {
  AboutWhom,
  ClosureOutcome,
  NotAcceptedReason,
  OnBehalfOf,
  Place,
  Rating,
  TicketKind,
  TicketStatus,
  Visibility,
} from './ticket'

export type { PersonTag } from '../identity'

/** POST /api/tickets, with an Idempotency-Key header (a key the phone makes once per draft). Answers SentTicket. */
export interface SubmitTicketBody {
  readonly villageId: string
  readonly text: string
  /** Default: help, village. */
  readonly kind?: TicketKind
  readonly visibility?: Visibility
  /** Whom a complaint is about: then it is confidential. `aboutPersonId`: a cadre it names. */
  readonly about?: AboutWhom
  readonly aboutPersonId?: string
  /** The second road: the own ticket whose handling he complains of. Whom it is about then follows from that. */
  readonly regardingTicketId?: string
  /** Whom it is @-ed to; left out: the directory's default. */
  readonly addresseeId?: string
  readonly photoIds?: readonly string[]
  readonly voiceId?: string
  readonly place?: Place
  readonly onBehalfOf?: OnBehalfOf
  /** "我要问": the ledger entry it asks about, of this village's book. Then `kind` left out means question. */
  readonly entryId?: string
}

/** POST /api/tickets/:id/replies (handlers; `byCall`: what was said in a call) and /messages (the reporter). */
export interface ReplyBody {
  readonly text: string
  readonly byCall?: boolean
  readonly photoIds?: readonly string[]
  readonly voiceId?: string
}
/** Answer to a reply: whether it was the response, and if not, who was first. */
export interface ReplyAnswer {
  readonly wasFirst: boolean
  readonly firstBy: PersonTag | null
  readonly firstAt: EpochMs | null
  readonly ticket: TicketView
}
/** POST /api/tickets/:id/closure. Answers TicketView. */
export interface ClosureBody {
  readonly outcome: ClosureOutcome
  readonly text: string
  readonly reason?: NotAcceptedReason
  readonly photoIds?: readonly string[]
}
/** POST /api/tickets/:id/rating. Answers TicketView. */
export interface RatingBody {
  readonly rating: Rating
}
/** POST /api/tickets/:id/rejection. Answers TicketView. */
export interface RejectionBody {
  readonly text: string
  readonly voiceId?: string
}
// POST /api/tickets/:id/withdrawal and /opening take no body and answer TicketView.

export interface PhotoView {
  readonly id: string
  /** Signed addresses, good for an hour at least; relative to the server. */
  readonly url: string
  readonly thumbUrl: string
}
export interface VoiceView {
  readonly id: string
  readonly url: string
  readonly durationMs: number
}

export interface MessageView {
  readonly id: string
  readonly at: EpochMs
  /** `null`: the reporter, hidden from neighbours. */
  readonly author: PersonTag | null
  readonly side: 'reporter' | 'handler'
  readonly kind:
    | 'reply' | 'call' | 'closure' | 'rejection' | 'message' | 'withheld' | 'published' | WaysMessageKind | PartWordKind
  readonly isResponse: boolean
  readonly text: string
  readonly photos: readonly PhotoView[]
  readonly voice: VoiceView | null
  readonly mine: boolean
}

/** One step of the timeline, from the journal. `who` is null for time itself and for a hidden reporter. */
export interface TimelineStep {
  readonly at: EpochMs
  readonly type: import('./facts').TicketFact['type']
  readonly who: PersonTag | null
  readonly cycle: number | null
  /** For `ticket.rerouted`: whom it was with and whom it went to; `null`: nobody was there. */
  readonly from?: PersonTag | null
  readonly to?: PersonTag | null
  readonly why?: import('./facts').RerouteReason
}

export interface CycleView {
  readonly number: number
  readonly startedAt: EpochMs
  readonly closureDueAt: EpochMs
  readonly closureMissed: boolean
  readonly orderNumber: string | null
  readonly orderCount: number
  readonly closedAt: EpochMs | null
  readonly outcome: ClosureOutcome | null
  readonly notAcceptedReason: NotAcceptedReason | null
  readonly rating: Rating | null
  readonly rejected: boolean
}

/** GET /api/tickets/:id */
export interface TicketView {
  readonly id: string
  readonly now: EpochMs
  readonly village: UnitBrief
  readonly kind: TicketKind
  readonly visibility: Visibility
  /** `null`: it is not confidential. */
  readonly confidence: ConfidenceView | null
  /** For the reporter alone: what he said about how it was handled; while that is open there is no second one. */
  readonly complaint: { readonly ticketId: string; readonly isOpen: boolean } | null
  readonly role: 'reporter' | 'handler' | 'neighbour'
  /** `null` for neighbours. */
  readonly reporter: { readonly name: string; readonly maskedPhone: string | null } | null
  /** `null` for neighbours; the phone masked. */
  readonly onBehalfOf: OnBehalfOf | null
  readonly addressee: PersonTag | null
  readonly text: string
  /** The entry it asks about, as its book says it. */
  readonly entry: { readonly id: string; readonly sentence: string } | null
  readonly photos: readonly PhotoView[]
  readonly voice: VoiceView | null
  /** `null` for neighbours. */
  readonly place: Place | null
  /** Of what the whole village is to read, for all but neighbours; `null` of all else. */
  readonly publication: PublicationView | null
  readonly status: TicketStatus
  readonly heldBySubDistrict: boolean
  /** Which way it went, and until when it is promised. */
  readonly ways: WaysView
  /** Whom it is with as long as nobody has answered: whoever sits. */
  readonly heldBy: PersonTag | null
  /** From sending to the answer, or to now; none for neighbours. */
  readonly held: readonly HeldView[]
  /** Departments that were called, in that order. */
  readonly parts: readonly PartView[]
  readonly submittedAt: EpochMs
  /** The hours that alone count for it; `null`: every hour does. */
  readonly openHours: OpenHours | null
  readonly responseDueAt: EpochMs
  readonly respondedAt: EpochMs | null
  readonly respondedBy: PersonTag | null
  readonly responseMissed: boolean
  readonly cycle: CycleView
  readonly earlierCycles: readonly CycleView[]
  /** Read receipts: each handler's first opening. */
  readonly readers: readonly (PersonTag & { readonly at: EpochMs })[]
  /** 谁看过: each handler's first opening of each day, every look at the number; none for neighbours. */
  readonly looks: readonly LookView[]
  readonly together: TogetherView
  readonly messages: readonly MessageView[]
  readonly timeline: readonly TimelineStep[]
  readonly actions: readonly TicketAction[]
  /** Until when the reporter may rate or reject the closure; `null` when he may not. */
  readonly answerUntil: EpochMs | null
}

/** A row of a list: enough for a card. */
export interface TicketRow {
  readonly id: string
  readonly villageName: string
  readonly kind: TicketKind
  /** The reporter's own words, whole up to 120 characters; for a voice-only ticket empty. */
  readonly words: string
  readonly hasVoice: boolean
  readonly photoCount: number
  readonly status: TicketStatus
  readonly submittedAt: EpochMs
  readonly responseDueAt: EpochMs
  readonly respondedAt: EpochMs | null
  readonly closureDueAt: EpochMs
  readonly closedAt: EpochMs | null
  readonly responseMissed: boolean
  readonly closureMissed: boolean
  /** 1 for the first round; one more for each time the resident said that it was not settled. */
  readonly cycleNumber: number
  /** `null` when hidden from the viewer. */
  readonly reporterName: string | null
  readonly addresseeName: string | null
  readonly respondedByName: string | null
  /** Others who met it too. */
  readonly followers: number
  /** Another one speaks for it: no clock of its own runs. */
  readonly isMerged: boolean
  /** The village knows nothing of it, and is to hear nothing. */
  readonly isConfidential: boolean
  readonly mine: boolean
}

/** GET /api/tickets/mine?cursor= and GET /api/villages/:villageId/tickets?cursor= (neighbours' view). */
export interface TicketListAnswer {
  readonly now: EpochMs
  readonly rows: readonly TicketRow[]
  readonly nextCursor: string | null
}
