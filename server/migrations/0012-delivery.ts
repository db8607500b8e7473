import { code, id, instant, int, longText, nullable } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/** Texts by SMS and how they ended, who is told next, what reached nobody, and what a group's robot is to say. */
export const migration: Migration = {
  async up(schema) {
    await schema.createTable('text_deliveries', {
      columns: { notice_id: id(), due_at: instant(), attempts: int() },
      primaryKey: ['notice_id'],
      indices: [['due_at', 'notice_id']],
    })
    await schema.createTable('text_outcomes', {
      columns: {
        notice_id: id(), outcome: code(20), code: nullable(code(80)), attempts: int(), at: instant(),
      },
      primaryKey: ['notice_id'],
    })
    await schema.createTable('ladders', {
      columns: {
        fact_id: id(), ticket_id: id(), kind: code(32), step: int(), started_at: instant(), due_at: instant(),
      },
      primaryKey: ['fact_id'],
      indices: [['due_at', 'fact_id']],
    })
    await schema.createTable('undeliverables', {
      columns: { fact_id: id(), ticket_id: id(), kind: code(32), since_at: instant(), at: instant() },
      primaryKey: ['fact_id'],
      indices: [['ticket_id', 'at']],
    })
    await schema.createTable('group_counts', {
      columns: { sub_district_id: id(), village_id: id(), kind: code(32), count: int(), due_at: instant() },
      primaryKey: ['sub_district_id', 'village_id', 'kind'],
    })
    await schema.createTable('group_messages', {
      columns: { id: id(), due_at: instant(), sub_district_id: id(), markdown: longText(), attempts: int() },
      primaryKey: ['id'],
      indices: [['due_at', 'id']],
    })
  },

  async down(schema) {
    const tables = ['group_messages', 'group_counts', 'undeliverables', 'ladders', 'text_outcomes', 'text_deliveries']
    for (const table of tables) await schema.dropTable(table)
  },
}
