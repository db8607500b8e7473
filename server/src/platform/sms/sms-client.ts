/** A text message to one phone: an approved template with its places filled. */
export interface TextMessage {
  /** Mainland number, 11 digits. Never logged, never part of an error. */
  readonly phone: string
  readonly params: readonly string[]
  /** Given back by the provider in its receipts; no number, no name. */
  readonly reference: string
}

/**
 * - sent: the provider took it; no proof that the phone was on
 * - refused: this number gets none (blacklist, wrong number, its limit of the day); another channel must carry it
 * - try-later: passing; `mayHaveArrived` if the provider was reached and then stayed silent
 * - our-mistake: key, signature of the house, template, balance: an operator must mend it
 */
export type TextOutcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused'; readonly code: string }
  | { readonly outcome: 'try-later'; readonly code: string; readonly waitMs: number; readonly mayHaveArrived: boolean }
  | { readonly outcome: 'our-mistake'; readonly code: string }

/** Sends texts over the network: never inside a unit of work. Throws nothing: each end is an outcome. */
export interface SmsClient {
  send(message: TextMessage): Promise<TextOutcome>
}
