import type { EpochMs } from '@huiying/shared/kernel'
import type { TemplateKey } from '@huiying/shared/notifications'
import { code, id, instant, int } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/**
 * A WeChat message that is still to be sent. A server that takes it moves `dueAt` ahead; when that server dies, it
 * falls due again.
 */
export interface Delivery {
  readonly id: string
  readonly dueAt: EpochMs
  readonly noticeId: string
  readonly accountId: string
  readonly openId: string
  readonly templateKey: TemplateKey
  readonly attempts: number
}

export const deliveryTable = defineTable<Delivery>({
  name: 'deliveries',
  columns: {
    id: id(),
    dueAt: instant(),
    noticeId: id(),
    accountId: id(),
    openId: code(128),
    templateKey: code<TemplateKey>(16),
    attempts: int(),
  },
  primaryKey: ['id'],
  indices: [['dueAt', 'id']],
})

/**
 * sent; refused: WeChat says that nothing is accepted any more (43101); failed: given up; superseded: read in the app
 * meanwhile.
 */
export type DeliveryOutcomeKind = 'sent' | 'refused' | 'bad-template' | 'unknown-openid' | 'failed' | 'superseded'

/** How a delivery ended; under the delivery's id. */
export interface DeliveryOutcome extends Omit<Delivery, 'dueAt' | 'openId'> {
  readonly outcome: DeliveryOutcomeKind
  readonly at: EpochMs
}

export const deliveryOutcomeTable = defineTable<DeliveryOutcome>({
  name: 'delivery_outcomes',
  columns: {
    id: id(), noticeId: id(), accountId: id(), templateKey: code<TemplateKey>(16),
    outcome: code<DeliveryOutcomeKind>(20), attempts: int(), at: instant(),
  },
  primaryKey: ['id'],
  indices: [['noticeId']],
})
