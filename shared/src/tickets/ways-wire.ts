import type { CalendarDate, EpochMs } from '../kernel'
import type { PersonTag } from '../identity'
import type { UnitBrief } from '../villages'
import type { MoveHow } from './ways'

/** Words that a ticket's way brings with it; answers to the resident are replies, calls, minutes and promises. */
export type WaysMessageKind = 'transfer' | 'objection' | 'ruling' | 'escalation' | 'minutes' | 'extension'

/** Of the words to a ticket's way, what is none of a neighbour's business; who asks about a book reads answers only. */
export const AMONG_HANDLERS: readonly string[] = ['transfer', 'objection', 'ruling', 'escalation']

/** TicketView.ways: which way a ticket went, and until when somebody has promised it. */
export interface WaysView {
  readonly topic: TopicBrief | null
  /** For handlers, while it has no topic: what its words sound like. */
  readonly offeredTopics: readonly TopicBrief[]
  /** Who has it now, where that is not the village that was told. */
  readonly holder: UnitBrief | null
  readonly moves: readonly MoveView[]
  readonly extensions: readonly ExtensionView[]
  /** From unit to unit until the answer, or until now; none where it never moved, and for neighbours. */
  readonly heldByUnits: readonly UnitMinutes[]
  /** Until when the viewer's village or department may say that it is not theirs. */
  readonly objectUntil: EpochMs | null
}

export interface TopicBrief {
  readonly id: string
  readonly name: string
  /** Whose it is; `null`: a village may settle it. */
  readonly departmentName: string | null
}

export interface MoveView {
  readonly number: number
  readonly how: MoveHow
  readonly from: UnitBrief
  readonly to: UnitBrief
  readonly at: EpochMs
  /** `null` for neighbours. */
  readonly by: PersonTag | null
  readonly objectedAt: EpochMs | null
  /** `null`: nobody objected, or it is not decided. */
  readonly isUpheld: boolean | null
}

export interface ExtensionView {
  readonly id: string
  readonly cycle: number
  readonly askedAt: EpochMs
  readonly askedBy: PersonTag | null
  readonly promisedAt: EpochMs
  readonly fromDueAt: EpochMs
  /** lapsed: the deadline came before a decision. */
  readonly state: 'asked' | 'granted' | 'refused' | 'lapsed'
  readonly decidedBy: PersonTag | null
}

export interface UnitMinutes {
  readonly unit: UnitBrief
  readonly fromAt: EpochMs
  readonly toAt: EpochMs
  readonly minutes: number
}

/** POST /api/tickets/:id/transfer. Answers TicketView, as all of these do. */
export interface TransferBody {
  readonly toUnitId: string
  readonly text: string
}
/** POST /api/tickets/:id/objection and /escalation */
export interface ReasonBody {
  readonly text: string
}
/**
 * POST /api/tickets/:id/ruling — on an objection: `isUpheld`, and if so where it goes; without one: `toUnitId`, the
 * sub-district itself or whoever had it before.
 */
export interface RulingBody {
  readonly isUpheld?: boolean
  readonly toUnitId?: string
  readonly text: string
}
/** POST /api/tickets/:id/minutes, with an Idempotency-Key header. */
export interface MinutesBody {
  readonly heldOn: CalendarDate
  readonly attendees: string
  readonly decision: string
}
/** POST /api/tickets/:id/extensions */
export interface AskExtensionBody {
  readonly promisedAt: EpochMs
  readonly text: string
}
/** POST /api/tickets/:id/extensions/:extensionId/decision — a refusal with its reason. */
export interface ExtensionDecisionBody {
  readonly isGranted: boolean
  readonly text?: string
}
/** PUT /api/tickets/:id/topic */
export interface TicketTopicBody {
  readonly topicId: string | null
}

/** GET /api/tickets/:id/destinations — for its handlers: where it may go, and what it may be about. */
export interface DestinationsAnswer {
  readonly subDistrict: UnitBrief
  /** Villages and departments that it may be handed on to. */
  readonly transfer: readonly UnitBrief[]
  /** Where the sub-district may put it: what an objector may be relieved for, or who gets it back. */
  readonly ruling: readonly UnitBrief[]
  /** Whose the matter is by its topic: then no village is among them. */
  readonly owner: UnitBrief | null
  readonly topics: readonly TopicBrief[]
}

/** GET /api/topics — of the sub-district the viewer works in; also what is off the list, for whoever keeps it. */
export interface TopicsAnswer {
  readonly subDistrict: UnitBrief
  readonly topics: readonly TopicRow[]
  readonly departments: readonly UnitBrief[]
}
export interface TopicRow extends TopicBrief {
  readonly departmentUnitId: string | null
  readonly words: readonly string[]
  readonly isActive: boolean
}
/** POST /api/topics and PUT /api/topics/:topicId. Answers TopicsAnswer. */
export interface TopicBody {
  readonly name: string
  readonly departmentUnitId: string | null
  readonly words: readonly string[]
  readonly isActive: boolean
}
