import type { CalendarDate, EpochMs } from '../kernel'
import type { DayKind } from '../calendar'
import type { CadreCard, PersonTag } from '../identity'
import type { UnitBrief } from '../villages'
import type { BookOutcome, RosterOrderCause } from './book'
import type { Seat } from './duty-slot'
import type { SwapStatus } from './swap'

/**
 * GET /api/villages/:villageId/sitting — whoever belongs to the village, and staff and leaders over it: who sits, with
 * face and telephone.
 */
export interface SittingAnswer {
  readonly now: EpochMs
  readonly village: UnitBrief
  /** Who has the duty at this instant; where nobody sits, the lead who stands in. */
  readonly onDuty: readonly CadreCard[]
  readonly isHole: boolean
  /** Whose committee shift runs: after the evening's change it is tomorrow's. */
  readonly dutyOn: CalendarDate
  readonly days: readonly SittingDay[]
  /** The next day the stationed cadre comes, and the next visit of each leader, from today on. */
  readonly nextStationed: SittingVisit | null
  readonly leaderVisits: readonly SittingVisit[]
  /** `true` once a month is published that covers today. */
  readonly hasRoster: boolean
}
/** The month today lies in, and the days of the next one that are published; today and tomorrow are among them. */
export interface SittingDay {
  readonly on: CalendarDate
  readonly kind: DayKind
  readonly name: string | null
  readonly seats: readonly SittingSeat[]
}
export interface SittingSeat {
  readonly seat: Seat
  readonly person: CadreCard | null
  readonly isChanged: boolean
  readonly isAbsent: boolean
}
export interface SittingVisit {
  readonly on: CalendarDate
  readonly fromAt: EpochMs
  readonly toAt: EpochMs
  readonly person: CadreCard
}

/** GET /api/roster/mine — a cadre's own duty. */
export interface MyDutyAnswer {
  readonly now: EpochMs
  /** Slots that run or may be taken over now. */
  readonly current: readonly MySlot[]
  /** The coming ones, ≤ 31 days. */
  readonly coming: readonly MySlot[]
  readonly leaves: readonly MyLeave[]
  /** Waiting for my yes or no. */
  readonly asked: readonly SwapRow[]
  /** I asked, and they are not over. */
  readonly asking: readonly SwapRow[]
  /** Duty days one may take leave from, the running one first; ≤ 62. */
  readonly leaveFromOn: CalendarDate
}
export interface MySlot {
  readonly id: string
  readonly village: UnitBrief
  readonly on: CalendarDate
  readonly seat: Seat
  readonly fromAt: EpochMs
  readonly toAt: EpochMs
  readonly takeOverDueAt: EpochMs
  readonly takenOverAt: EpochMs | null
  readonly isAbsent: boolean
  readonly mayTakeOver: boolean
  /** May be taken over, in a circle whose middle is known: the phone asks where it is, and may decline. */
  readonly asksPlace: boolean
  readonly partners: readonly PersonTag[]
  /** Unanswered grievances that are with him through this slot; for a slot that runs. */
  readonly waiting: number
  /** What the shift before left; newest first, for a slot that runs. */
  readonly notes: readonly { readonly text: string; readonly by: PersonTag | null; readonly at: EpochMs }[]
}
export interface MyLeave {
  readonly id: string
  readonly person: PersonTag
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
}
export interface SwapRow {
  readonly id: string
  readonly status: SwapStatus
  readonly from: PersonTag
  readonly to: PersonTag
  readonly slot: SwapSlot
  readonly inReturn: SwapSlot | null
  readonly askedAt: EpochMs
}
export interface SwapSlot {
  readonly slotId: string
  readonly villageName: string
  readonly on: CalendarDate
  readonly seat: Seat
}

/** POST /api/roster/slots/:slotId/take-over — answers MyDutyAnswer. Place only where `asksPlace`; never required. */
export interface TakeOverBody {
  /** Degrees, GCJ-02; used to answer "inside the circle or not" and not kept. */
  readonly latitude?: number
  readonly longitude?: number
}
/** POST /api/roster/slots/:slotId/notes — answers MyDutyAnswer. */
export interface HandOverNoteBody {
  readonly text: string
}
/**
 * POST /api/roster/leaves — for oneself; `personId`: by the village's leads, or the sub-district's staff. Answers
 * LeaveAnswer.
 */
export interface LeaveBody {
  readonly personId?: string
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
}
/** POST /api/roster/leaves/:leaveId/cancellation answers MyDutyAnswer. */
export interface LeaveAnswer {
  readonly leaveId: string
  /** What became of each of his slots. */
  readonly passed: readonly PassedDuty[]
}
export interface PassedDuty {
  readonly on: CalendarDate
  readonly villageName: string
  readonly seat: Seat
  /** `null`: nobody can; a hole. */
  readonly to: PersonTag | null
}
/**
 * GET /api/roster/slots/:slotId/partners — who could sit in my place, and with which of their days I could pay back.
 */
export interface PartnersAnswer {
  readonly partners: readonly { readonly person: PersonTag; readonly slots: readonly SwapSlot[] }[]
}
/** POST /api/roster/swaps — answers MyDutyAnswer. */
export interface SwapBody {
  readonly slotId: string
  readonly toPersonId: string
  readonly returnSlotId?: string
}
/** POST /api/roster/swaps/:swapId/answer — by whom was asked. Answers MyDutyAnswer. /withdrawal takes no body. */
export interface SwapAnswerBody {
  readonly accept: boolean
}

/** GET /api/villages/:villageId/book?month= — the village's handlers and the sub-district. */
export interface BookAnswer {
  readonly village: UnitBrief
  readonly month: string
  readonly settled: number
  readonly toMeeting: number
  readonly rows: readonly BookRow[]
  readonly mayWrite: boolean
}
/** A line of the book; `ticketId`: it came of a grievance that somebody closed while he sat. Newest first. */
export interface BookRow {
  readonly id: string
  readonly at: EpochMs
  readonly on: CalendarDate
  readonly person: PersonTag | null
  readonly seat: Seat | null
  readonly words: string
  readonly result: string
  readonly outcome: BookOutcome
  readonly ticketId: string | null
}
/**
 * POST /api/villages/:villageId/book — by its handlers, and whoever of the sub-district sits there. Answers BookAnswer.
 */
export interface BookBody {
  readonly words: string
  readonly result: string
  readonly outcome: BookOutcome
}

/** GET /api/villages/:villageId/day-sheet?on=&personId= — fills itself from what he did that day in that village. */
export interface DaySheetAnswer {
  readonly village: UnitBrief
  readonly on: CalendarDate
  readonly person: PersonTag
  readonly slots: readonly DaySheetSlot[]
  readonly acts: readonly DaySheetAct[]
}
export interface DaySheetSlot {
  readonly seat: Seat
  readonly fromAt: EpochMs
  readonly toAt: EpochMs
  readonly takenOverAt: EpochMs | null
  readonly isAbsent: boolean
  readonly isOnSite: boolean | null
}
export interface DaySheetAct {
  readonly at: EpochMs
  readonly kind: 'took-over' | 'read' | 'answered' | 'called' | 'closed' | 'settled' | 'to-meeting' | 'note'
  readonly words: string
  readonly ticketId: string | null
}

/** GET /api/roster/week?from= — staff and leaders: what is not as it should be, Monday to Sunday. */
export interface RosterWeekAnswer {
  readonly now: EpochMs
  readonly subDistrict: UnitBrief
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
  readonly status: 'published' | 'draft' | null
  readonly holes: readonly RosterTrouble[]
  /** In the week after the one shown: on a Sunday tomorrow's hole is not in it. */
  readonly holesNextWeek: number
  readonly absences: readonly RosterTrouble[]
  readonly visitsOwed: readonly VisitOwed[]
  readonly changes: number
}
export interface RosterTrouble {
  /** What an order names as its `subjectId`. */
  readonly slotId: string
  readonly village: UnitBrief
  readonly on: CalendarDate
  readonly seat: Seat
  readonly person: PersonTag | null
  readonly phone: string | null
  /** Until when it was to be taken over. */
  readonly dueAt: EpochMs
  /** He came after all. */
  readonly cameAt: EpochMs | null
  readonly orderNumber: string | null
}
export interface VisitOwed {
  /** "personId:2026-09" or "villageId:2026-09" — what an order names as its `subjectId`. */
  readonly key: string
  /** The leader who has not been to any marked village this month; `null`: a marked village nobody has been to. */
  readonly leader: PersonTag | null
  readonly village: UnitBrief | null
  /** Planned for a day still to come. */
  readonly plannedOn: CalendarDate | null
  readonly orderNumber: string | null
}
/** POST /api/roster/orders — staff and leaders. Answers RosterWeekAnswer of the running week. Once for each subject. */
export interface RosterOrderBody {
  readonly cause: RosterOrderCause
  readonly subjectId: string
}
