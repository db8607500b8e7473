import { int } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/** How often what seldom changes (units, posts, the roster, promises) has been written to. One row. */
export const migration: Migration = {
  async up(schema) {
    await schema.createTable('seldom_written', { columns: { id: int(), version: int() }, primaryKey: ['id'] })
    await schema.run('INSERT INTO seldom_written (id, version) VALUES (1, 1)')
  },

  async down(schema) {
    await schema.dropTable('seldom_written')
  },
}
