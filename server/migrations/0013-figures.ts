import { bool, code, date, id, instant, int, longText, nullable } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/** Who is drawn to be called back, and what he said; tickets are counted by the day they were raised. */
export const migration: Migration = {
  async up(schema) {
    const columns = ['sub_district_id', 'submitted_at']
    await schema.createIndex('tickets', { name: 'ix_tickets_raised', columns })
    await schema.createTable('callback_policies', {
      columns: { sub_district_id: id(), version: int(), first_on: date(), share_permille: int() },
      primaryKey: ['sub_district_id', 'version'],
    })
    await schema.createTable('callback_seeds', {
      columns: { sub_district_id: id(), seed: code(64), made_at: instant() },
      primaryKey: ['sub_district_id'],
    })
    await schema.createTable('callbacks', {
      columns: {
        ticket_id: id(), sub_district_id: id(), drawn_at: instant(), missed_calls: int(), result: nullable(code(16)),
        ended_at: nullable(instant()), called_by: nullable(id()), cycle: nullable(int()),
        is_answered: nullable(bool()), is_settled: nullable(bool()), words: nullable(longText()), version: int(),
      },
      primaryKey: ['ticket_id'],
      indices: [['sub_district_id', 'result', 'ticket_id']],
      checks: { ck_callbacks_ended: '(result IS NULL) = (ended_at IS NULL)' },
    })
  },
  async down(schema) {
    for (const table of ['callbacks', 'callback_seeds', 'callback_policies']) await schema.dropTable(table)
    await schema.dropIndex('tickets', 'ix_tickets_raised')
  },
}
