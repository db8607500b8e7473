import type { EpochMs } from '../kernel'
import type { KeptTerms } from '../sla'
import type { Extension, Move, Part } from './ways'

/** 咨询, 求助, 投诉, 建议 (handbook §2). */
export const TICKET_KINDS = ['help', 'question', 'complaint', 'suggestion'] as const
export type TicketKind = (typeof TICKET_KINDS)[number]

/**
 * Who sees it: the village (reporter's name hidden from other residents), only those who handle it, or nobody of the
 * village at all (confidential; so is every complaint about a cadre).
 */
export const VISIBILITIES = ['village', 'handlers', 'confidential'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/**
 * Whom a complaint is about: it goes to the level above them (handbook §2, "Confidential"). `officer`: of a department;
 * `app`: this product.
 */
export const ABOUT_WHOM = ['village-cadre', 'officer', 'staff', 'leader', 'app'] as const
export type AboutWhom = (typeof ABOUT_WHOM)[number]

/**
 * submitted — nobody has responded in this first cycle; in-progress — responded, or rejected and open again;
 * closed — says what was done, waits for the resident; rated, unrated, withdrawn — ended.
 */
export const TICKET_STATUSES = ['submitted', 'in-progress', 'closed', 'rated', 'unrated', 'withdrawn'] as const
export type TicketStatus = (typeof TICKET_STATUSES)[number]

/** 已解决, 已解释, 不予受理: counted apart. */
export const CLOSURE_OUTCOMES = ['settled', 'explained', 'not-accepted'] as const
export type ClosureOutcome = (typeof CLOSURE_OUTCOMES)[number]

/** The fixed list of reasons for not accepting a ticket. */
export const NOT_ACCEPTED_REASONS = ['not-public-affairs', 'in-court', 'already-decided', 'no-facts', 'duplicate'] as const
export type NotAcceptedReason = (typeof NOT_ACCEPTED_REASONS)[number]

export const RATINGS = ['satisfied', 'fairly-satisfied', 'dissatisfied'] as const
export type Rating = (typeof RATINGS)[number]

export interface Place {
  readonly name: string
  /** Degrees, GCJ-02 as WeChat gives them; both or neither. */
  readonly latitude: number | null
  readonly longitude: number | null
}

/** Somebody without a phone, for whom another one speaks. */
export interface OnBehalfOf {
  readonly name: string
  readonly phone: string | null
}

/** One round from the start (or a rejection) to a closure. Earlier cycles stay as they were. */
export interface Cycle {
  readonly number: number
  readonly startedAt: EpochMs
  readonly closureDueAt: EpochMs
  /** The instant closure became overdue in this cycle; the mark stays. */
  readonly closureMissedAt: EpochMs | null
  /** How often the supervision order of this cycle went out; 0 = none. */
  readonly orderCount: number
  /** How many of these the sub-district sent by hand; time counts its own. `null`: none. */
  readonly handOrders: number | null
  readonly handOrderedAt: EpochMs | null
  readonly closedAt: EpochMs | null
  readonly closedBy: string | null
  readonly outcome: ClosureOutcome | null
  readonly notAcceptedReason: NotAcceptedReason | null
  readonly rating: Rating | null
  /** The instant the resident spoke on this closure, by rating or by rejecting it. */
  readonly answeredAt: EpochMs | null
  readonly rejected: boolean
}

/** A grievance 诉求单. Instants are server time. */
export interface Ticket {
  readonly id: string
  readonly villageId: string
  readonly subDistrictId: string
  /**
   * Who must answer now: the village; the sub-district after a second rejection or a way up, and of what is
   * confidential; the county of what is about a leader; another unit after a transfer.
   */
  readonly holderUnitId: string
  readonly kind: TicketKind
  readonly visibility: Visibility
  /** `null`: about nobody of the administration. */
  readonly about: AboutWhom | null
  /** The cadre it names, where the resident named one. */
  readonly aboutPersonId: string | null
  /** The reporter's own ticket whose handling he complains of; `null`: none. */
  readonly regardingTicketId: string | null
  /** Whoever handled that one: for them this one does not exist, whatever posts they come to hold. */
  readonly hiddenFrom: readonly string[] | null
  /** What it is about, from the sub-district's list; `null`: nobody has said. */
  readonly topicId: string | null
  readonly reporterId: string
  readonly onBehalfOf: OnBehalfOf | null
  readonly addresseeId: string | null
  readonly text: string
  readonly place: Place | null
  /** The entry of the village's book it asks about; `null`: it is about something else. */
  readonly entryId: string | null
  readonly status: TicketStatus
  readonly submittedAt: EpochMs
  readonly policyVersion: number
  readonly terms: KeptTerms
  readonly responseDueAt: EpochMs
  readonly respondedAt: EpochMs | null
  readonly respondedBy: string | null
  /** The instant response became overdue; the mark stays. */
  readonly responseMissedAt: EpochMs | null
  readonly remindedAt: EpochMs | null
  readonly warnedCycle: number
  readonly cycles: readonly Cycle[]
  /** From hand to hand, in order; none: still with the first holder. */
  readonly moves: readonly Move[]
  readonly extensions: readonly Extension[]
  /** What departments were called for. */
  readonly parts: readonly Part[]
  /** Merged into that one, which speaks for it; `null`: stands for itself. */
  readonly mergedIntoId: string | null
  readonly endedAt: EpochMs | null
  /** Since when those may read it who only live there; `null`: not, or not yet. Who handles it never waits for that. */
  readonly publishedAt: EpochMs | null
  /** Optimistic lock; counts every stored change. */
  readonly version: number
}

export function currentCycle(ticket: Ticket): Cycle {
  const cycle = ticket.cycles[ticket.cycles.length - 1]
  if (cycle === undefined) throw new Error(`ticket ${ticket.id} has no cycle`)
  return cycle
}

/** Somebody of the holding unit still owes a closure. */
export function isOpen(ticket: Pick<Ticket, 'status'>): boolean {
  return ticket.status === 'submitted' || ticket.status === 'in-progress'
}
