import { code, id, instant, int, json, nullable } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/**
 * Since when neighbours may read a matter, an answer, and which of its pictures and recordings; what still waits for
 * that. What was there before has long been read: it counts as published when it was said.
 */
export const migration: Migration = {
  async up(schema) {
    for (const table of ['tickets', 'ticket_messages']) {
      await schema.addColumn(table, 'published_at', nullable(instant()))
      await schema.addColumn(table, 'open_file_ids', nullable(json()))
    }
    await schema.run(`UPDATE tickets SET published_at = submitted_at, open_file_ids = photo_ids
      WHERE visibility = 'village'`)
    // The ids lie there as JSON; '#' stands for the recording's.
    await schema.run(`UPDATE ticket_messages SET published_at = at, open_file_ids = CASE
        WHEN voice_id IS NULL THEN photo_ids
        WHEN photo_ids = '[]' THEN REPLACE('["#"]', '#', voice_id)
        ELSE REPLACE(photo_ids, ']', REPLACE(',"#"]', '#', voice_id)) END
      WHERE side = 'handler' AND ticket_id IN (SELECT id FROM tickets WHERE visibility = 'village')`)
    await schema.createTable('content_checks', {
      columns: {
        id: id(), kind: code(8), ticket_id: id(), message_id: nullable(id()), sub_district_id: id(), state: code(12),
        due_at: nullable(instant()), created_at: instant(), attempts: int(), asked: int(), trace_id: nullable(code(64)),
        why: nullable(code(16)), held_at: nullable(instant()), decided_at: nullable(instant()),
        decided_by: nullable(id()),
      },
      primaryKey: ['id'],
      indices: [
        ['due_at', 'id'], ['trace_id'], ['ticket_id', 'id'],
        { name: 'ix_content_checks_held', columns: ['sub_district_id', 'state', 'held_at'] },
      ],
    })
  },

  async down(schema) {
    await schema.dropTable('content_checks')
    for (const table of ['ticket_messages', 'tickets']) {
      for (const name of ['open_file_ids', 'published_at']) await schema.dropColumn(table, name)
    }
  },
}
