import { bool, id, json, nullable, text } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/** What matters are about, as each sub-district names it, and which department a topic belongs to. */
export const migration: Migration = {
  async up(schema) {
    await schema.createTable('ticket_topics', {
      columns: {
        id: id(), sub_district_id: id(), name: text(60), department_unit_id: nullable(id()), words: json(),
        is_active: bool(),
      },
      primaryKey: ['id'],
      uniques: [['sub_district_id', 'name']],
    })
  },
  async down(schema) {
    await schema.dropTable('ticket_topics')
  },
}
