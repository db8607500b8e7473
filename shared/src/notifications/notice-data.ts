import type { CalendarDate, EpochMs, Fen } from '../kernel'
import type { PublicationNoticeKind } from './publication-notice'
import type { TogetherNoticeKind } from './together-notice'
import type { WaysNoticeKind } from './ways-notice'

/** What a notice is about; each has one sentence (`noticeWords`) and one WeChat template (`templateOf`). */
export type NoticeKind =
  | TogetherNoticeKind
  | WaysNoticeKind
  | PublicationNoticeKind
  | 'you-are-asked'
  | 'response-reminder'
  | 'response-overdue'
  | 'closure-warning'
  | 'closure-overdue'
  | 'order-issued'
  | 'reporter-wrote'
  | 'answered'
  | 'closed'
  | 'rejected'
  | 'rated'
  | 'withdrawn'
  | 'membership-requested'
  | 'membership-approved'
  | 'duty-received'
  | 'duty-handed-on'
  | 'shift-begins'
  | 'shift-absent'
  | 'roster-published'
  | 'roster-holes'
  | 'hole-met'
  | 'swap-asked'
  | 'swap-answered'
  | 'roster-order'
  | 'expense-sign'
  | 'expense-voided'
  | 'expense-approved'
  | 'expense-refused'
  | 'expense-reminder'
  | 'expense-stuck'
  | 'seal-sign'
  | 'seal-voided'
  | 'seal-approved'
  | 'seal-refused'
  | 'month-published'
  | 'objection-raised'
  | 'objection-answered'
  | 'entry-reversed'
  | 'part-called'
  | 'part-overdue'
  | 'part-refused'
  | 'part-reviewed'
  | 'part-closed'
  | 'book-damaged'
  | 'days-off-missing'
  | 'tickets-differ'
  | 'undeliverable'
  | 'caught-up'

/**
 * What the sentence needs, and no more. `excerpt`: at most 20 characters of the reporter's words; empty for a spoken
 * ticket, left out for whoever may not read them.
 */
export interface NoticeData {
  readonly excerpt?: string
  readonly villageName?: string
  /** For the county, which is told of what lies two levels below it. */
  readonly subDistrictName?: string
  readonly personName?: string
  /** A department. */
  readonly unitName?: string
  readonly dueAt?: EpochMs
  /** Then `dueAt` is when it is to be closed, else when it is to be answered; left out where the kind says which. */
  readonly isAnswered?: boolean
  readonly orderNumber?: string
  readonly count?: number
  /** Duty days that went from one to another; none: only grievances went. */
  readonly days?: readonly CalendarDate[]
  /** The running shift is among them, from this instant on; in the evening that shift is already the next day's. */
  readonly fromAt?: EpochMs
  /** The day somebody would sit in return. */
  readonly returnOn?: CalendarDate
  /** Unanswered grievances that went along. */
  readonly ticketCount?: number
  /** "2026-09" */
  readonly month?: string
  /** What a supervision order is about, a swap's answer, why grievances went over: in words. */
  readonly matter?: string
  readonly amountFen?: Fen
  /** What a tap opens, where it is no ticket. */
  readonly opens?: NoticePage
  /** Of a digest: how many of each kind it stands for. */
  readonly tally?: NoticeTally
}

export type NoticeTally = { readonly [Kind in NoticeKind]?: number }

export interface NoticePage {
  readonly page: 'expense' | 'entry' | 'book' | 'seal'
  readonly id: string
}

/** A notice in the app's inbox: at most one for each fact and person. */
export interface Notice {
  readonly id: string
  readonly personId: string
  /** The journal entry it comes of. */
  readonly factId: string
  readonly kind: NoticeKind
  readonly ticketId: string | null
  readonly data: NoticeData
  readonly createdAt: EpochMs
  readonly readAt: EpochMs | null
}

export interface NoticeWords {
  readonly title: string
  readonly body: string
}
