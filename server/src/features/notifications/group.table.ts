import type { EpochMs } from '@huiying/shared/kernel'
import type { NoticeKind } from '@huiying/shared/notifications'
import { code, id, instant, int, longText } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** What a sub-district's group is to hear with its next message: counts by village, no ticket and nobody's words. */
export interface GroupCount {
  readonly subDistrictId: string
  readonly villageId: string
  readonly kind: NoticeKind
  readonly count: number
  /** Some seconds after the first: what comes together is said together. */
  readonly dueAt: EpochMs
}

export const groupCountTable = defineTable<GroupCount>({
  name: 'group_counts',
  columns: { subDistrictId: id(), villageId: id(), kind: code<NoticeKind>(32), count: int(), dueAt: instant() },
  primaryKey: ['subDistrictId', 'villageId', 'kind'],
})

/** A message of a group's robot that is still to be sent. */
export interface GroupMessage {
  readonly id: string
  readonly dueAt: EpochMs
  readonly subDistrictId: string
  readonly markdown: string
  readonly attempts: number
}

export const groupMessageTable = defineTable<GroupMessage>({
  name: 'group_messages',
  columns: { id: id(), dueAt: instant(), subDistrictId: id(), markdown: longText(), attempts: int() },
  primaryKey: ['id'],
  indices: [['dueAt', 'id']],
})
