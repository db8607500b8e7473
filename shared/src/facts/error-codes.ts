import type { StaleChange } from '../expenses'
import { PROMISE_STATUSES } from './promise-errors'
import { TOGETHER_STATUSES } from './together-errors'
import { CONFIDENCE_STATUSES } from './confidence-errors'
import { WHISTLE_STATUSES } from './whistle-errors'
import { DESK_STATUSES } from './desk-errors'
import { ORDER_STATUSES } from './order-errors'
import { FIGURE_STATUSES } from './figure-errors'
import { PUBLICATION_STATUSES } from './publication-errors'
import { MONEY_STATUSES } from './money-statuses'
import { WAYS_STATUSES } from './ways-errors'

/**
 * Every refusal there is, with its HTTP status. What one may not see answers 404, as if it did not exist.
 * The sentence that the phone shows is in `error-words.ts`; both tables are exhaustive by type.
 */
export const ERROR_STATUSES = {
  'request.malformed': 400,
  'request.invalid': 422,
  'request.too-large': 413,
  'request.not-found': 404,
  'request.method-not-allowed': 405,
  'request.unsupported-media-type': 415,
  'request.key-missing': 400,
  'request.key-reused': 409,
  'request.too-many': 429,
  'request.conflict': 409,
  'server.failed': 500,
  'server.busy': 503,
  'session.missing': 401,
  'session.expired': 401,
  'session.not-bound': 403,
  'session.code-refused': 401,
  'session.forbidden': 403,
  'identity.phone-refused': 422,
  'identity.phone-missing': 409,
  'identity.already-bound': 409,
  'identity.request-waiting': 409,
  'identity.request-not-found': 404,
  'identity.request-decided': 409,
  'identity.person-not-found': 404,
  'identity.village-not-found': 404,
  'identity.name-missing': 422,
  'identity.name-too-long': 422,
  'identity.date-invalid': 422,
  'identity.holds-office': 409,
  'calendar.year-unknown': 422,
  'calendar.year-faulty': 422,
  'roster.month-invalid': 422,
  'roster.month-not-found': 404,
  'roster.month-published': 409,
  'roster.month-over': 422,
  'roster.revision-changed': 409,
  'roster.has-holes': 409,
  'roster.cell-changed': 409,
  'roster.cell-over': 409,
  'roster.nobody-leads': 422,
  'roster.not-your-cell': 403,
  'roster.cannot-sit': 422,
  'roster.sits-elsewhere': 409,
  'roster.on-leave': 409,
  'roster.slot-not-found': 404,
  'roster.too-early': 409,
  'roster.taken-over-already': 409,
  'roster.note-missing': 422,
  'roster.not-sitting': 403,
  'roster.text-too-long': 422,
  'roster.leave-invalid': 422,
  'roster.leave-overlaps': 409,
  'roster.leave-not-found': 404,
  'roster.swap-not-found': 404,
  'roster.swap-over': 409,
  'roster.swap-asked-already': 409,
  'roster.swap-same-person': 422,
  'roster.order-issued-already': 409,
  'roster.trouble-not-found': 404,
  'roster.policy-invalid': 422,
  'roster.centre-invalid': 422,
  ...MONEY_STATUSES,
  'file.too-large': 413,
  'file.mask-invalid': 422,
  'file.not-a-photo': 422,
  'file.not-a-voice': 422,
  'file.not-found': 404,
  'file.missing': 422,
  'lists.not-a-workbook': 422,
  'lists.too-large': 413,
  'lists.faulty': 422,
  'ticket.not-found': 404,
  'ticket.village-not-found': 404,
  'ticket.addressee-not-found': 422,
  'ticket.text-missing': 422,
  'ticket.text-too-long': 422,
  'ticket.too-many-photos': 422,
  'ticket.place-too-long': 422,
  'ticket.name-missing': 422,
  'ticket.name-too-long': 422,
  'ticket.only-handlers': 403,
  'ticket.only-reporter': 403,
  'ticket.only-sub-district': 403,
  'ticket.rates-for-another': 403,
  'ticket.phone-malformed': 422,
  'ticket.reply-blank': 422,
  'ticket.reply-receipt': 422,
  'ticket.reply-unfilled': 422,
  'ticket.closure-says-nothing': 422,
  'ticket.reason-missing': 422,
  'ticket.ended': 409,
  'ticket.already-closed': 409,
  'ticket.not-closed': 409,
  'ticket.already-answered': 409,
  'ticket.answer-too-late': 409,
  'ticket.phone-unknown': 404,
  ...TOGETHER_STATUSES,
  ...CONFIDENCE_STATUSES,
  ...WHISTLE_STATUSES,
  ...FIGURE_STATUSES,
  ...DESK_STATUSES,
  ...ORDER_STATUSES,
  ...PUBLICATION_STATUSES,
  ...WAYS_STATUSES,
  ...PROMISE_STATUSES,
  'wechat.unreachable': 503,
  'wechat.refused': 502,
} as const

export type ErrorCode = keyof typeof ERROR_STATUSES

/**
 * RFC 9457 problem body. `type` is `urn:huiying:<code>`; `title` the sentence in plain Chinese; never a person's words.
 */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, string | number | boolean | null>>
  /** For `request.invalid`: which fields, each with a sentence. */
  readonly faults?: readonly { readonly field: string; readonly title: string }[]
  /** For `expense.stale`: what has become different since it was shown, for the red before and after. */
  readonly changes?: readonly StaleChange[]
}
