import type { Notice, NoticeData, NoticeKind } from '@huiying/shared/notifications'
import { code, id, instant, json, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export interface StoredNotice extends Notice {
  /**
   * While unread, at most one notice carries a key: what would only repeat it is not added. `null` once read, or never.
   */
  readonly unreadKey: string | null
}

export const noticeTable = defineTable<StoredNotice>({
  name: 'notices',
  columns: {
    id: id(),
    personId: id(),
    factId: id(),
    kind: code<NoticeKind>(32),
    ticketId: nullable(id()),
    data: json<NoticeData>(),
    unreadKey: nullable(code(120)),
    createdAt: instant(),
    readAt: nullable(instant()),
  },
  primaryKey: ['id'],
  indices: [['personId', 'id'], ['personId', 'readAt']],
  uniques: [['factId', 'personId'], ['unreadKey']],
})
