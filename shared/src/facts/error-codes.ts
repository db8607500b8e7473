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
  'identity.duty-not-cadre': 422,
  'identity.date-invalid': 422,
  'file.too-large': 413,
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
}
