import { code, id, instant, int, nullable } from '../src/platform/database/column'
import type { Migration } from '../src/platform/database/migration'

/** Uploaded photos and recordings; their bytes lie in the file store. */
export const migration: Migration = {
  async up(schema) {
    await schema.createTable('files', {
      columns: {
        id: id(), kind: code(8), owner_account_id: id(), mime: code(32), bytes: int(),
        width: nullable(int()), height: nullable(int()), duration_ms: nullable(int()),
        sha256: code(64), created_at: instant(), ticket_id: nullable(id()),
      },
      primaryKey: ['id'],
      indices: [['ticket_id', 'created_at']],
      checks: {
        ck_files_photo: "(kind = 'photo') = (width IS NOT NULL AND height IS NOT NULL)",
        ck_files_voice: "(kind = 'voice') = (duration_ms IS NOT NULL)",
      },
    })
  },

  async down(schema) {
    await schema.dropTable('files')
  },
}
