import type { Migration } from '../src/platform/database/migration'

/** Whose reporter is to be forgotten is found by the pages of reporters: they say when each ticket ended. */
const name = 'ix_tickets_reporter_id_id'

export const migration: Migration = {
  async up(schema) {
    await schema.replaceIndex('tickets', { name, columns: ['reporter_id', 'id', 'ended_at'] })
  },

  async down(schema) {
    await schema.replaceIndex('tickets', { name, columns: ['reporter_id', 'id'] })
  },
}
