import { code, id, instant, nullable, text } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/** The tree of units; people, their posts and their WeChat accounts; sessions; requests to be let in. */
export const migration: Migration = {
  async up(schema) {
    await schema.createTable('units', {
      columns: { id: id(), kind: code(20), name: text(60), parent_id: nullable(id()), code: code(60) },
      primaryKey: ['id'],
      indices: [['parent_id', 'kind'], ['kind']],
      uniques: [['code']],
    })
    await schema.createTable('people', {
      columns: { id: id(), name: text(60), phone: nullable(code(11)), code: code(60), created_at: instant() },
      primaryKey: ['id'],
      indices: [['phone']],
      uniques: [['code']],
    })
    await schema.createTable('posts', {
      columns: {
        id: id(), person_id: id(), kind: code(20), unit_id: id(), charge: nullable(text(60)),
        from_at: instant(), to_at: nullable(instant()), village_id: nullable(id()), sub_district_id: nullable(id()),
      },
      primaryKey: ['id'],
      indices: [['unit_id', 'kind', 'from_at'], ['person_id'], ['village_id', 'kind'], ['sub_district_id', 'kind']],
    })
    await schema.createTable('accounts', {
      columns: {
        id: id(), app_id: code(64), open_id: code(128), union_id: nullable(code(128)), phone: nullable(code(11)),
        person_id: nullable(id()), created_at: instant(),
      },
      primaryKey: ['id'],
      indices: [['person_id']],
      uniques: [['app_id', 'open_id']],
    })
    await schema.createTable('sessions', {
      columns: {
        token_hash: code(64), account_id: id(), created_at: instant(), expires_at: instant(),
        revoked_at: nullable(instant()),
      },
      primaryKey: ['token_hash'],
      indices: [['account_id'], ['expires_at']],
    })
    await schema.createTable('membership_requests', {
      columns: {
        id: id(), account_id: id(), village_id: id(), name: text(60), phone: code(11), note: text(200),
        status: code(16), created_at: instant(), decided_by: nullable(id()), decided_at: nullable(instant()),
      },
      primaryKey: ['id'],
      indices: [['village_id', 'status', 'created_at'], ['account_id', 'status']],
    })
  },

  async down(schema) {
    for (const table of ['membership_requests', 'sessions', 'accounts', 'posts', 'people', 'units']) {
      await schema.dropTable(table)
    }
  },
}
