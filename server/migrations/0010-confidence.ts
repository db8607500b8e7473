import { code, id, instant, int, json, nullable, text } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

const OLD_UNIQUE = 'ux_supervision_orders_sub_district_id_year_sequence'

/**
 * What a complaint is about, and for whom it is not there; who looked; orders about it counted apart. The order's
 * number is unique instead of its place in one series, now that there are two.
 */
export const migration: Migration = {
  async up(schema) {
    await schema.addColumn('tickets', 'regarding_ticket_id', nullable(id()))
    await schema.addColumn('tickets', 'hidden_from', nullable(json()))
    await schema.createIndex('tickets', { name: 'ix_tickets_regarding', columns: ['regarding_ticket_id', 'id'] })
    await schema.createTable('ticket_looks', {
      columns: {
        ticket_id: id(), person_id: id(), kind: code(12), span_at: instant(), at: instant(),
        reason: nullable(text(200)),
      },
      primaryKey: ['ticket_id', 'person_id', 'kind', 'span_at'],
      indices: [['ticket_id', 'at']],
    })
    // What was known of looks before, without a reason: nobody was asked for one.
    await schema.run(`INSERT INTO ticket_looks (ticket_id, person_id, kind, span_at, at)
      SELECT ticket_id, person_id, 'opening', at, at FROM ticket_openings`)
    await schema.run(`INSERT INTO ticket_looks (ticket_id, person_id, kind, span_at, at)
      SELECT subject_id, by_person, 'phone', at, at FROM journal
      WHERE type = 'ticket.phone-viewed' AND by_person IS NOT NULL GROUP BY subject_id, by_person, at`)
    await schema.createTable('confidential_order_numbers', {
      columns: { sub_district_id: id(), year: int(), last_number: int() },
      primaryKey: ['sub_district_id', 'year'],
    })
    await schema.createIndex('supervision_orders', ['sub_district_id', 'number'], true)
    await schema.dropIndex('supervision_orders', OLD_UNIQUE)
  },
  async down(schema) {
    // Their places would collide with those of the open series; with the table below the series itself goes.
    await schema.run("DELETE FROM supervision_orders WHERE number LIKE '督密%'")
    await schema.dropIndex('supervision_orders', OLD_UNIQUE)
    await schema.createIndex('supervision_orders', ['sub_district_id', 'year', 'sequence'], true)
    await schema.dropIndex('supervision_orders', 'ux_supervision_orders_sub_district_id_number')
    for (const table of ['confidential_order_numbers', 'ticket_looks']) await schema.dropTable(table)
    await schema.dropIndex('tickets', 'ix_tickets_regarding')
    for (const name of ['hidden_from', 'regarding_ticket_id']) await schema.dropColumn('tickets', name)
  },
}
