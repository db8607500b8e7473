import type { CalendarDate, EpochMs } from '../kernel'
import type { ClosureOutcome, TicketKind, TicketStatus } from '../tickets'
import type { UnitBrief } from '../villages'
import type { Counts, FigureClasses, Measure, UnitFigures } from './counts'

/** GET /api/figures?fromOn=&toOn= — what was raised in the period, as it stands now. */
export interface FiguresAnswer {
  readonly now: EpochMs
  readonly subDistrict: UnitBrief
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
  readonly total: UnitFigures
  /**
   * The villages in the order of their codes, not of their figures. Last, where there is any, the sub-district itself:
   * what is confidential and the viewer may know of. It is in no village's figures.
   */
  readonly units: readonly { readonly unit: UnitBrief; readonly figures: UnitFigures }[]
  /** `null`: nobody has said what it is about. */
  readonly topics: readonly { readonly topicId: string | null; readonly name: string; readonly state: Counts<'state'> }[]
  readonly kinds: readonly { readonly kind: TicketKind; readonly state: Counts<'state'> }[]
  /** Raised before the period and still open: nothing ages out of sight. */
  readonly older: Pick<Counts<'state'>, 'open' | 'open-late'>
  /** Of a thousand, from today's policy. */
  readonly sharePermille: number
}

/**
 * GET /api/figures/tickets?fromOn=&toOn=&measure=&class=&unitId=&topicId=&kind=&cursor= — what is behind one number.
 * `unitId` left out: all; the sub-district's own: what is confidential. `topicId` may be "none". `isOlder=1`: what was
 * raised before the period instead.
 */
export interface FigureTicketsAnswer {
  readonly now: EpochMs
  readonly measure: Measure
  readonly class: FigureClasses[Measure]
  readonly count: number
  readonly rows: readonly FigureTicketRow[]
  readonly nextCursor: string | null
}

export interface FigureTicketRow {
  readonly ticketId: string
  readonly villageName: string
  readonly isConfidential: boolean
  readonly kind: TicketKind
  readonly words: string
  readonly hasVoice: boolean
  readonly status: TicketStatus
  readonly submittedAt: EpochMs
  /** Of the answer, or of this round's end. */
  readonly dueAt: EpochMs
  /** When it was answered, or this round closed. */
  readonly doneAt: EpochMs | null
  readonly cycle: number
  readonly outcome: ClosureOutcome | null
  /** What the resident said when he was called back; `null`: not called. */
  readonly callback: CallbackSaid | null
}

export interface CallbackSaid {
  readonly isAnswered: boolean
  readonly isSettled: boolean
  readonly words: string | null
  readonly at: EpochMs
}

/** GET /api/callbacks — the calls to be made, those that wait longest first. */
export interface CallbacksAnswer {
  readonly now: EpochMs
  readonly subDistrict: UnitBrief
  /** In force today, and from tomorrow on, where that differs. */
  readonly sharePermille: number
  readonly nextSharePermille: number
  readonly mayChange: boolean
  /** More may wait than are shown. */
  readonly count: number
  readonly rows: readonly CallbackRow[]
}

export interface CallbackRow {
  readonly ticketId: string
  readonly villageName: string
  readonly words: string
  readonly hasVoice: boolean
  readonly submittedAt: EpochMs
  readonly closedAt: EpochMs
  readonly outcome: ClosureOutcome
  /** Whom to ask: the reporter, or the person he spoke for. */
  readonly personName: string
  readonly isSpokenFor: boolean
  readonly missedCalls: number
  /** A colleague has to call: the viewer answered or closed it. */
  readonly isOwnWork: boolean
}

/** POST /api/callbacks/:ticketId/phone — on record, and the reporter sees who looked. */
export interface CallbackPhoneAnswer {
  readonly phone: string
}

/** POST /api/callbacks/:ticketId/calls, with an Idempotency-Key. Answers CallbacksAnswer. */
export interface CallBody {
  readonly how: 'spoke' | 'declined' | 'no-answer'
  /** With `spoke`. */
  readonly isAnswered?: boolean
  readonly isSettled?: boolean
  readonly words?: string
}

/** PUT /api/callbacks/policy — for what is raised from tomorrow on. Answers CallbacksAnswer. */
export interface SharePermilleBody {
  readonly sharePermille: number
}
