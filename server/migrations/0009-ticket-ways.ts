import { bool, code, id, instant, int, nullable } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/** A ticket goes up, sideways and down; what is confidential; who met it too. */
export const migration: Migration = {
  async up(schema) {
    await schema.addColumn('tickets', 'about', nullable(code(16)))
    for (const name of ['about_person_id', 'topic_id', 'merged_into_id']) {
      await schema.addColumn('tickets', name, nullable(id()))
    }
    const held = ['holder_unit_id', 'status', 'closure_due_at']
    await schema.createIndex('tickets', { name: 'ix_tickets_held', columns: held })
    await schema.createIndex('tickets', { name: 'ix_tickets_merged', columns: ['merged_into_id', 'id'] })
    await schema.createTable('ticket_moves', {
      columns: {
        ticket_id: id(), number: int(), how: code(16), from_unit_id: id(), to_unit_id: id(),
        at: instant(), by_person: id(),
        message_id: id(), objected_at: nullable(instant()), objected_by: nullable(id()),
        objection_message_id: nullable(id()), ruled_at: nullable(instant()), ruled_by: nullable(id()),
        is_upheld: nullable(bool()),
      },
      primaryKey: ['ticket_id', 'number'],
      indices: [['from_unit_id', 'ticket_id']],
    })
    await schema.createTable('ticket_extensions', {
      columns: {
        ticket_id: id(), id: id(), cycle: int(), asked_at: instant(), asked_by: id(), message_id: id(),
        promised_at: instant(), from_due_at: instant(), decided_at: nullable(instant()), decided_by: nullable(id()),
        is_granted: nullable(bool()),
      },
      primaryKey: ['id'],
      indices: [['ticket_id', 'id']],
    })
    await schema.createTable('ticket_parts', {
      columns: {
        ticket_id: id(), id: id(), unit_id: id(), called_at: instant(), called_by: id(), message_id: id(),
        report_due_at: instant(), reported_at: nullable(instant()), reported_by: nullable(id()),
        report_missed_at: nullable(instant()), refused_at: nullable(instant()), refused_by: nullable(id()),
        refusal_message_id: nullable(id()), reviewed_at: nullable(instant()), reviewed_by: nullable(id()),
        is_excused: nullable(bool()), closed_at: nullable(instant()), closed_by: nullable(id()),
        closure_message_id: nullable(id()),
      },
      primaryKey: ['id'],
      indices: [['ticket_id', 'id'], ['unit_id', 'closed_at', 'ticket_id']],
    })
    await schema.createTable('ticket_followers', {
      columns: { ticket_id: id(), person_id: id(), at: instant(), from_ticket_id: nullable(id()) },
      primaryKey: ['ticket_id', 'person_id'],
      indices: [['person_id', 'ticket_id']],
    })
  },
  async down(schema) {
    for (const table of ['ticket_followers', 'ticket_parts', 'ticket_extensions', 'ticket_moves']) {
      await schema.dropTable(table)
    }
    await schema.dropIndex('tickets', 'ix_tickets_merged')
    await schema.dropIndex('tickets', 'ix_tickets_held')
    for (const name of ['merged_into_id', 'topic_id', 'about_person_id', 'about']) {
      await schema.dropColumn('tickets', name)
    }
  },
}
