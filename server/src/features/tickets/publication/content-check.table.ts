import type { CheckKind, CheckState, ContentCheck, HeldWhy } from '@huiying/shared/tickets'
import { code, id, instant, int, nullable } from '../../../platform/database/column'
import { defineTable } from '../../../platform/database/table'

export const contentCheckTable = defineTable<ContentCheck>({
  name: 'content_checks',
  columns: {
    id: id(),
    kind: code<CheckKind>(8),
    ticketId: id(),
    messageId: nullable(id()),
    subDistrictId: id(),
    state: code<CheckState>(12),
    dueAt: nullable(instant()),
    createdAt: instant(),
    attempts: int(),
    asked: int(),
    traceId: nullable(code(64)),
    why: nullable(code<HeldWhy>(16)),
    heldAt: nullable(instant()),
    decidedAt: nullable(instant()),
    decidedBy: nullable(id()),
  },
  primaryKey: ['id'],
  indices: [
    ['dueAt', 'id'],
    ['traceId'],
    ['ticketId', 'id'],
    { name: 'ix_content_checks_held', columns: ['subDistrictId', 'state', 'heldAt'] },
  ],
})
