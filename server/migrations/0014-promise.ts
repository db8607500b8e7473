import { id, instant, int, nullable } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/** Who set the terms, and when; of which years it was said that their days off are missing. */
export const migration: Migration = {
  async up(schema) {
    await schema.addColumn('sla_policies', 'set_by', nullable(id()))
    await schema.addColumn('sla_policies', 'set_at', nullable(instant()))
    await schema.createTable('sla_unknown_years', {
      columns: { sub_district_id: id(), year: int(), noticed_at: instant() },
      primaryKey: ['sub_district_id', 'year'],
    })
  },
  async down(schema) {
    await schema.dropTable('sla_unknown_years')
    await schema.dropColumn('sla_policies', 'set_at')
    await schema.dropColumn('sla_policies', 'set_by')
  },
}
