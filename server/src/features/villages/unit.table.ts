import type { Unit, UnitKind } from '@huiying/shared/villages'
import { code, id, nullable, text } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export const unitTable = defineTable<Unit>({
  name: 'units',
  columns: {
    id: id(),
    kind: code<UnitKind>(20),
    name: text(60),
    parentId: nullable(id()),
    code: code(60),
  },
  primaryKey: ['id'],
  indices: [['parentId', 'kind'], ['kind']],
  uniques: [['code']],
})
