import type { Person } from '@huiying/shared/identity'
import { code, id, instant, nullable, text } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export const personTable = defineTable<Person>({
  name: 'people',
  columns: {
    id: id(),
    name: text(60),
    // Not unique: an old couple often shares one telephone.
    phone: nullable(code(11)),
    code: code(60),
    createdAt: instant(),
  },
  primaryKey: ['id'],
  indices: [['phone']],
  uniques: [['code']],
})
