import { bool, code, id, instant, int, nullable, text } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/** Browsers that ask to be let in; sessions have a name by which their owner ends them. */
export const migration: Migration = {
  async up(schema) {
    await schema.addColumn('sessions', 'id', nullable(id()))
    await schema.addColumn('sessions', 'browser', nullable(text(60)))
    await schema.createIndex('sessions', { name: 'ux_sessions_id', columns: ['id'] }, true)
    await schema.createTable('desk_sign_ins', {
      columns: {
        id: id(), secret_hash: code(64), code: nullable(code(6)), browser: text(60), asked_at: instant(),
        expires_at: instant(), account_id: nullable(id()), decided_at: nullable(instant()),
        is_approved: nullable(bool()),
      },
      primaryKey: ['id'],
      indices: [['expires_at']],
      uniques: [['secret_hash'], ['code']],
    })
    await schema.createTable('wrong_codes', {
      columns: { account_id: id(), first_at: instant(), count: int() },
      primaryKey: ['account_id'],
    })
  },

  async down(schema) {
    for (const table of ['wrong_codes', 'desk_sign_ins']) await schema.dropTable(table)
    await schema.dropIndex('sessions', 'ux_sessions_id')
    for (const name of ['browser', 'id']) await schema.dropColumn('sessions', name)
  },
}
