import { bool, code, id, instant, int, json, nullable } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/** The in-app inbox, what WeChat still has to be told, how that ended, and what people want and have accepted. */
export const migration: Migration = {
  async up(schema) {
    await schema.createTable('notices', {
      columns: {
        id: id(), person_id: id(), fact_id: id(), kind: code(32), ticket_id: nullable(id()), data: json(),
        unread_key: nullable(code(120)), created_at: instant(), read_at: nullable(instant()),
      },
      primaryKey: ['id'],
      indices: [['person_id', 'id'], ['person_id', 'read_at']],
      uniques: [['person_id', 'fact_id'], ['unread_key']],
    })
    await schema.createTable('deliveries', {
      columns: {
        id: id(),
        due_at: instant(),
        notice_id: id(),
        account_id: id(),
        open_id: code(128),
        template_key: code(16),
        attempts: int(),
      },
      primaryKey: ['id'],
      indices: [['due_at', 'id']],
    })
    await schema.createTable('delivery_outcomes', {
      columns: {
        id: id(),
        notice_id: id(),
        account_id: id(),
        template_key: code(16),
        outcome: code(20),
        attempts: int(),
        at: instant(),
      },
      primaryKey: ['id'],
      indices: [['notice_id']],
    })
    await schema.createTable('subscriptions', {
      columns: { account_id: id(), template_key: code(16), remaining: int() },
      primaryKey: ['account_id', 'template_key'],
      checks: { ck_subscriptions_remaining: 'remaining >= 0' },
    })
    await schema.createTable('notice_preferences', {
      columns: { person_id: id(), answer: bool(), duty: bool(), supervision: bool() },
      primaryKey: ['person_id'],
    })
  },

  async down(schema) {
    for (const table of ['notice_preferences', 'subscriptions', 'delivery_outcomes', 'deliveries', 'notices']) {
      await schema.dropTable(table)
    }
  },
}
