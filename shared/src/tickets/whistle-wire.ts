import type { EpochMs } from '../kernel'
import type { PersonTag } from '../identity'
import type { UnitBrief } from '../villages'
import type { PartAction, PartState } from './part-access'

/** POST /api/tickets/:id/whistle — staff and leaders. Answers TicketView. */
export interface WhistleBody {
  readonly calls: readonly { readonly unitId: string; readonly task: string }[]
}
// POST /api/tickets/:id/parts/:partId/report takes no body and answers TicketView.
/** POST /api/tickets/:id/parts/:partId/refusal — the department. Answers TicketView. */
export interface PartRefusalBody {
  readonly text: string
}
/** POST /api/tickets/:id/parts/:partId/review — the leader. Answers TicketView. */
export interface PartReviewBody {
  readonly isExcused: boolean
  readonly text: string
}
/** POST /api/tickets/:id/parts/:partId/closure — the department. Answers TicketView. */
export interface PartClosureBody {
  readonly text: string
  readonly photoIds?: readonly string[]
}

/** What one department was called for, as a ticket's page shows it; none for neighbours. */
export interface PartView {
  readonly id: string
  readonly unit: UnitBrief
  readonly state: PartState
  readonly calledAt: EpochMs
  readonly calledBy: PersonTag | null
  readonly reportDueAt: EpochMs
  readonly reportedAt: EpochMs | null
  readonly reportedBy: PersonTag | null
  readonly reportMissed: boolean
  readonly closedAt: EpochMs | null
  readonly closedBy: PersonTag | null
  /** What was done, with its photos; `null` until then. */
  readonly done: { readonly text: string; readonly photos: readonly PartPhoto[] } | null
  /** What the offices say among themselves; `null` for the reporter. */
  readonly inside: PartInside | null
  readonly actions: readonly PartAction[]
}

/** As every photo of a ticket: signed addresses, relative to the server. */
export interface PartPhoto {
  readonly id: string
  readonly url: string
  readonly thumbUrl: string
}

export interface PartInside {
  readonly task: string
  readonly refusal: PartWordsView | null
  readonly review: PartWordsView | null
}

export interface PartWordsView {
  readonly at: EpochMs
  readonly by: PersonTag | null
  readonly text: string
}

/** GET /api/departments — whom the sub-district may call, of its own and of its county. */
export interface DepartmentsAnswer {
  readonly departments: readonly DepartmentRow[]
}
export interface DepartmentRow extends UnitBrief {
  /** "道路、路灯、房屋"; empty where its officers' posts say nothing. */
  readonly charge: string
  /** Nobody to come: it can't be called. */
  readonly isEmpty: boolean
}

/** GET /api/parts — what an officer's departments are called for. */
export interface PartListAnswer {
  readonly now: EpochMs
  /** Still open: who has not come first, by what is due first. */
  readonly open: readonly PartRow[]
  /** Over in the last 30 days, the latest first; at most 50. */
  readonly over: readonly PartRow[]
}
export interface PartRow {
  readonly id: string
  readonly ticketId: string
  readonly unitName: string
  readonly villageName: string
  readonly state: PartState
  readonly task: string
  /** The resident's words, at most 60 characters. */
  readonly words: string
  readonly calledAt: EpochMs
  readonly reportDueAt: EpochMs
  readonly closedAt: EpochMs | null
}
