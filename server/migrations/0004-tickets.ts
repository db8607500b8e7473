import { bool, code, date, id, instant, int, json, longText, nullable } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/** Tickets with their cycles, words, read receipts and supervision orders; the policies their clocks run by. */
export const migration: Migration = {
  async up(schema) {
    await schema.createTable('sla_policies', {
      columns: { sub_district_id: id(), version: int(), first_on: date(), terms: json() },
      primaryKey: ['sub_district_id', 'version'],
    })
    await schema.createTable('tickets', {
      columns: {
        id: id(), village_id: id(), sub_district_id: id(), holder_unit_id: id(), kind: code(16), visibility: code(16),
        reporter_id: id(), on_behalf_of: nullable(json()), addressee_id: nullable(id()), text: longText(),
        photo_ids: json(), voice_id: nullable(id()), place: nullable(json()), status: code(16), submitted_at: instant(),
        policy_version: int(), terms: json(), response_due_at: instant(), responded_at: nullable(instant()),
        responded_by: nullable(id()), response_missed_at: nullable(instant()), reminded_at: nullable(instant()),
        warned_cycle: int(), closure_due_at: instant(), closed_at: nullable(instant()), closure_missed: bool(),
        ended_at: nullable(instant()), version: int(),
      },
      primaryKey: ['id'],
      indices: [
        ['reporter_id', 'id'],
        ['village_id', 'visibility', 'id'],
        ['village_id', 'status', 'closure_due_at'],
        { name: 'ix_tickets_board_response', columns: ['sub_district_id', 'status', 'response_due_at'] },
        { name: 'ix_tickets_board_closure', columns: ['sub_district_id', 'status', 'closure_due_at'] },
      ],
      checks: {
        ck_tickets_ended: "(ended_at IS NULL) = (status IN ('submitted', 'in-progress', 'closed'))",
        ck_tickets_responded: '(responded_at IS NULL) = (responded_by IS NULL)',
      },
    })
    await schema.createTable('ticket_cycles', {
      columns: {
        ticket_id: id(),
        number: int(),
        started_at: instant(),
        closure_due_at: instant(),
        closure_missed_at: nullable(instant()),
        order_count: int(),
        closed_at: nullable(instant()),
        closed_by: nullable(id()),
        outcome: nullable(code(16)),
        not_accepted_reason: nullable(code(24)),
        rating: nullable(code(20)),
        answered_at: nullable(instant()),
        rejected: bool(),
      },
      primaryKey: ['ticket_id', 'number'],
      checks: { ck_ticket_cycles_closed: '(closed_at IS NULL) = (outcome IS NULL)' },
    })
    await schema.createTable('ticket_messages', {
      columns: {
        id: id(),
        ticket_id: id(),
        author_id: id(),
        side: code(12),
        kind: code(12),
        is_response: bool(),
        text: longText(),
        photo_ids: json(),
        voice_id: nullable(id()),
        at: instant(),
      },
      primaryKey: ['id'],
      indices: [['ticket_id', 'id']],
    })
    await schema.createTable('ticket_openings', {
      columns: { ticket_id: id(), person_id: id(), at: instant() },
      primaryKey: ['ticket_id', 'person_id'],
    })
    await schema.createTable('supervision_orders', {
      columns: {
        id: id(), number: code(32), sub_district_id: id(), year: int(), sequence: int(), ticket_id: id(), cycle: int(),
        village_id: id(), issued_at: instant(),
      },
      primaryKey: ['id'],
      uniques: [['sub_district_id', 'year', 'sequence'], ['ticket_id', 'cycle']],
    })
  },

  async down(schema) {
    const tables = [
      'supervision_orders',
      'ticket_openings',
      'ticket_messages',
      'ticket_cycles',
      'tickets',
      'sla_policies',
    ]
    for (const table of tables) await schema.dropTable(table)
  },
}
