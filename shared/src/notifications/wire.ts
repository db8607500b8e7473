import type { EpochMs } from '../kernel'
import type { NoticeKind, NoticePage } from './notice-data'
import type { NoticePreferences, TemplateKey } from './template-key'

/** GET /api/notices?cursor= — newest first, 12 a page. */
export interface NoticeListAnswer {
  readonly now: EpochMs
  readonly unread: number
  readonly rows: readonly NoticeRow[]
  readonly nextCursor: string | null
}
export interface NoticeRow {
  readonly id: string
  readonly kind: NoticeKind
  readonly title: string
  readonly body: string
  readonly ticketId: string | null
  /** What a tap opens, where it is no ticket. */
  readonly opens: NoticePage | null
  /** He himself did not take over; told of somebody else's absence, one mends the roster instead. */
  readonly isOwnAbsence: boolean
  readonly createdAt: EpochMs
  readonly read: boolean
}
/** POST /api/notices/read: these, or all about one ticket, which one has opened; neither: all. Answers { unread }. */
export interface ReadNoticesBody {
  readonly ids?: readonly string[]
  readonly ticketId?: string
}
export interface UnreadAnswer {
  readonly unread: number
}

/** GET /api/me/subscriptions: one acceptance in WeChat is one send. */
export interface SubscriptionsAnswer {
  readonly templates: readonly {
    readonly key: TemplateKey
    readonly name: string
    /** WeChat's id, to ask with; `null` where the operator has configured none. */
    readonly templateId: string | null
    readonly remaining: number
    readonly wanted: boolean
  }[]
}
/** POST /api/me/subscriptions — what the person accepted in WeChat's dialog just now. Answers SubscriptionsAnswer. */
export interface AcceptedSubscriptionsBody {
  readonly accepted: readonly TemplateKey[]
}
/** PUT /api/me/preferences. Answers SubscriptionsAnswer. */
export type PreferencesBody = NoticePreferences
