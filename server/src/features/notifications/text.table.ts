import type { EpochMs } from '@huiying/shared/kernel'
import { code, id, instant, int, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** A text by SMS that is still to be sent; one for each notice at most. The number is looked up when it is sent. */
export interface TextDelivery {
  readonly noticeId: string
  readonly dueAt: EpochMs
  readonly attempts: number
}

export const textDeliveryTable = defineTable<TextDelivery>({
  name: 'text_deliveries',
  columns: { noticeId: id(), dueAt: instant(), attempts: int() },
  primaryKey: ['noticeId'],
  indices: [['dueAt', 'noticeId']],
})

/**
 * sent: the provider took it; refused: this number gets none; no-number: we have none; our-mistake: key, template or
 * balance; failed: given up; superseded: read meanwhile, or too old to be worth a text.
 */
export type TextOutcomeKind = 'sent' | 'refused' | 'no-number' | 'our-mistake' | 'failed' | 'superseded'

export interface StoredTextOutcome {
  readonly noticeId: string
  readonly outcome: TextOutcomeKind
  /** The provider's word for it. */
  readonly code: string | null
  readonly attempts: number
  readonly at: EpochMs
}

export const textOutcomeTable = defineTable<StoredTextOutcome>({
  name: 'text_outcomes',
  columns: {
    noticeId: id(), outcome: code<TextOutcomeKind>(20), code: nullable(code(80)), attempts: int(), at: instant(),
  },
  primaryKey: ['noticeId'],
})
