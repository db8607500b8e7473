import type { Topic } from '@huiying/shared/tickets'
import { bool, id, json, nullable, text } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export const topicTable = defineTable<Topic>({
  name: 'ticket_topics',
  columns: {
    id: id(),
    subDistrictId: id(),
    name: text(60),
    departmentUnitId: nullable(id()),
    words: json<readonly string[]>(),
    isActive: bool(),
  },
  primaryKey: ['id'],
  uniques: [['subDistrictId', 'name']],
})
