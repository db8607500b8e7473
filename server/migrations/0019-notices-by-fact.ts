import type { Migration } from '../src/platform/database/migration'

/** Notices of one fact are asked for by that fact, whoever they went to; the same uniqueness the other way round. */
export const migration: Migration = {
  async up(schema) {
    await schema.createIndex('notices', ['fact_id', 'person_id'], true)
    await schema.dropIndex('notices', 'ux_notices_person_id_fact_id')
  },

  async down(schema) {
    await schema.dropIndex('notices', 'ux_notices_person_id_fact_id')
    await schema.createIndex('notices', ['person_id', 'fact_id'], true)
    await schema.dropIndex('notices', 'ux_notices_fact_id_person_id')
  },
}
