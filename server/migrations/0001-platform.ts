import { code, id, instant, int, json, longText, nullable } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

export const migration: Migration = {
  async up(schema) {
    await schema.createTable('journal', {
      columns: {
        id: id(), at: instant(), by_person: nullable(id()), type: code(64), subject_id: id(), body: json(),
      },
      primaryKey: ['id'],
      indices: [['subject_id', 'id']],
    })
    await schema.createTable('outbox', {
      columns: { due_at: instant(), id: id(), attempts: int() },
      primaryKey: ['due_at', 'id'],
    })
    await schema.createTable('parked_outbox', {
      columns: { id: id(), attempts: int(), parked_at: instant(), fault: code(64) },
      primaryKey: ['id'],
    })
    await schema.createTable('timers', {
      columns: { due_at: instant(), id: code(96), kind: code(64), subject_id: id() },
      primaryKey: ['due_at', 'id'],
    })
    await schema.createTable('parked_timers', {
      columns: {
        due_at: instant(), id: code(96), kind: code(64), subject_id: id(), parked_at: instant(), fault: code(64),
      },
      primaryKey: ['due_at', 'id'],
    })
    await schema.createTable('idempotency_keys', {
      columns: {
        account_id: id(), key_: code(64), route: code(128), body_hash: code(64), run: int(),
        answer: nullable(longText()), created_at: instant(),
      },
      primaryKey: ['account_id', 'key_'],
      indices: [['created_at']],
    })
  },

  async down(schema) {
    const tables = ['idempotency_keys', 'parked_timers', 'timers', 'parked_outbox', 'outbox', 'journal']
    for (const table of tables) await schema.dropTable(table)
  },
}
