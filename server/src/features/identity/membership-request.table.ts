import type { MembershipRequest } from '@huiying/shared/identity'
import { code, id, instant, nullable, text } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export const membershipRequestTable = defineTable<MembershipRequest>({
  name: 'membership_requests',
  columns: {
    id: id(),
    accountId: id(),
    villageId: id(),
    name: text(60),
    phone: code(11),
    note: text(200),
    status: code<MembershipRequest['status']>(16),
    createdAt: instant(),
    decidedBy: nullable(id()),
    decidedAt: nullable(instant()),
  },
  primaryKey: ['id'],
  indices: [['villageId', 'status', 'createdAt'], ['accountId', 'status']],
})
