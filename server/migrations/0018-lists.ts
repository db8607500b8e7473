import type { Migration } from '../src/platform/database/migration'

/**
 * Lists leave out what was merged, which stays open for ever and would lie in their way more and more: each index says
 * so before it says when. Last the instant or the id by which they are read.
 */
const CHANGES = [
  {
    before: { name: 'ix_tickets_held', columns: ['holder_unit_id', 'status', 'closure_due_at'] },
    after: { name: 'ix_tickets_held', columns: ['holder_unit_id', 'status', 'merged_into_id', 'closure_due_at'] },
  },
  {
    before: { name: 'ix_tickets_board_response', columns: ['sub_district_id', 'status', 'response_due_at'] },
    after: {
      name: 'ix_tickets_board_response', columns: ['sub_district_id', 'status', 'merged_into_id', 'response_due_at'],
    },
  },
  {
    before: { name: 'ix_tickets_board_closure', columns: ['sub_district_id', 'status', 'closure_due_at'] },
    after: {
      name: 'ix_tickets_board_closure', columns: ['sub_district_id', 'status', 'merged_into_id', 'closure_due_at'],
    },
  },
  {
    before: { name: 'ix_tickets_village_id_visibility_id', columns: ['village_id', 'visibility', 'id'] },
    after: { name: 'ix_tickets_village_pages', columns: ['village_id', 'visibility', 'merged_into_id', 'id'] },
  },
  {
    before: { name: 'ix_tickets_village_id_status_closure_due_at', columns: ['village_id', 'status', 'closure_due_at'] },
    after: { name: 'ix_tickets_village_open', columns: ['village_id', 'status', 'merged_into_id', 'id'] },
  },
] as const

export const migration: Migration = {
  async up(schema) {
    for (const { before, after } of CHANGES) {
      await schema.dropIndex('tickets', before.name)
      await schema.createIndex('tickets', after)
    }
  },

  async down(schema) {
    for (const { before, after } of CHANGES) {
      for (const { name } of [before, after]) await schema.dropIndex('tickets', name)
      await schema.createIndex('tickets', before)
    }
  },
}
