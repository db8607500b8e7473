import type { Account } from '@huiying/shared/identity'
import { code, id, instant, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export const accountTable = defineTable<Account>({
  name: 'accounts',
  columns: {
    id: id(),
    appId: code(64),
    openId: code(128),
    unionId: nullable(code(128)),
    phone: nullable(code(11)),
    personId: nullable(id()),
    createdAt: instant(),
  },
  primaryKey: ['id'],
  indices: [['personId']],
  uniques: [['appId', 'openId']],
})
