import { bool, code, date, id, instant, int, json, longText, nullable } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/** Who sits: months, slots and what changes them; the calendar; the book; orders that are not about a ticket. */
export const migration: Migration = {
  async up(schema) {
    // Who sat was a post; from now on the roster says it, and those posts give no right any more.
    await schema.run("DELETE FROM posts WHERE kind = 'on-duty'")
    await schema.addColumn('notice_preferences', 'roster', nullable(bool()))
    await schema.createTable('calendar_years', {
      columns: { sub_district_id: id(), year: int(), arrangement: json(), entered_by: id(), entered_at: instant() },
      primaryKey: ['sub_district_id', 'year'],
    })
    await schema.createTable('roster_policies', {
      columns: { sub_district_id: id(), version: int(), first_on: date(), terms: json() },
      primaryKey: ['sub_district_id', 'version'],
    })
    await schema.createTable('roster_months', {
      columns: {
        sub_district_id: id(), month: code(7), status: code(12), revision: int(), policy_version: int(), terms: json(),
        notes: json(), generated_at: instant(), published_at: nullable(instant()), published_by: nullable(id()),
      },
      primaryKey: ['sub_district_id', 'month'],
      checks: { ck_roster_months_published: "(status = 'published') = (published_at IS NOT NULL)" },
    })
    await schema.createTable('duty_slots', {
      columns: {
        id: id(), sub_district_id: id(), village_id: id(), month: code(7), duty_on: date(), seat: code(12),
        person_id: nullable(id()), from_at: instant(), to_at: instant(), take_over_due_at: instant(),
        taken_over_at: nullable(instant()), is_on_site: nullable(bool()), source: code(12),
        published_at: nullable(instant()), changed_at: nullable(instant()), version: int(),
      },
      primaryKey: ['id'],
      indices: [
        ['sub_district_id', 'month'], ['village_id', 'from_at'], ['person_id', 'from_at'], ['sub_district_id', 'from_at'],
        { name: 'ix_duty_slots_take_over', columns: ['sub_district_id', 'take_over_due_at'] },
      ],
      checks: { ck_duty_slots_span: 'from_at <= to_at' },
    })
    await schema.createTable('roster_changes', {
      columns: {
        id: id(), sub_district_id: id(), month: code(7), revision: int(), village_id: id(), duty_on: date(),
        seat: code(12), before_id: nullable(id()), after_id: nullable(id()), source: code(12),
        is_after_publishing: bool(), at: instant(), by_person: nullable(id()),
      },
      primaryKey: ['id'],
      indices: [['sub_district_id', 'month', 'revision']],
    })
    await schema.createTable('roster_clocks', {
      columns: { sub_district_id: id(), done_at: instant(), next_at: nullable(instant()) },
      primaryKey: ['sub_district_id'],
    })
    await schema.createTable('duty_leaves', {
      columns: {
        id: id(), sub_district_id: id(), person_id: id(), from_on: date(), to_on: date(), from_at: instant(),
        to_at: instant(), entered_by: id(), entered_at: instant(), cancelled_at: nullable(instant()),
      },
      primaryKey: ['id'],
      indices: [['sub_district_id', 'to_at'], ['person_id', 'to_at']],
    })
    await schema.createTable('duty_swaps', {
      columns: {
        id: id(), sub_district_id: id(), slot_id: id(), return_slot_id: nullable(id()), from_person_id: id(),
        to_person_id: id(), status: code(12), asked_at: instant(), answered_at: nullable(instant()), version: int(),
      },
      primaryKey: ['id'],
      indices: [['slot_id'], ['from_person_id', 'status'], ['to_person_id', 'status']],
    })
    await schema.createTable('hand_over_notes', {
      columns: { id: id(), village_id: id(), slot_id: id(), person_id: id(), text: longText(), at: instant() },
      primaryKey: ['id'],
      indices: [['village_id', 'at']],
    })
    await schema.createTable('village_marks', {
      columns: { village_id: id(), mark: code(16), sub_district_id: id(), set_by: id(), set_at: instant() },
      primaryKey: ['village_id', 'mark'],
      indices: [['sub_district_id']],
    })
    await schema.createTable('service_centres', {
      columns: { village_id: id(), latitude_micro: int(), longitude_micro: int(), set_by: id(), set_at: instant() },
      primaryKey: ['village_id'],
    })
    await schema.createTable('book_entries', {
      columns: {
        id: id(), sub_district_id: id(), village_id: id(), duty_on: date(), person_id: id(), slot_id: nullable(id()),
        words: longText(), result: longText(), outcome: code(12), at: instant(),
      },
      primaryKey: ['id'],
      indices: [['village_id', 'duty_on']],
    })
    await schema.createTable('order_numbers', {
      columns: { sub_district_id: id(), year: int(), last_number: int() },
      primaryKey: ['sub_district_id', 'year'],
    })
    // Orders counted within their own table until now; the series goes on where it stood.
    await schema.run(
      'INSERT INTO order_numbers (sub_district_id, year, last_number) SELECT sub_district_id, year, MAX(sequence) FROM supervision_orders GROUP BY sub_district_id, year',
    )
    await schema.createTable('roster_orders', {
      columns: {
        id: id(), number: code(32), sub_district_id: id(), year: int(), sequence: int(), village_id: nullable(id()),
        cause: code(16), about: code(64), person_id: nullable(id()), issued_by: id(), issued_at: instant(),
      },
      primaryKey: ['id'],
      uniques: [['sub_district_id', 'year', 'sequence'], ['cause', 'about']],
    })
  },

  async down(schema) {
    const tables = [
      'roster_orders', 'order_numbers', 'book_entries', 'service_centres', 'village_marks', 'hand_over_notes', 'duty_swaps',
      'duty_leaves', 'roster_clocks', 'roster_changes', 'duty_slots', 'roster_months', 'roster_policies', 'calendar_years',
    ]
    for (const table of tables) await schema.dropTable(table)
    await schema.dropColumn('notice_preferences', 'roster')
  },
}
