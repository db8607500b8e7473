import type { FileKind, StoredFile } from '@huiying/shared/files'
import { code, id, instant, int, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export const fileTable = defineTable<StoredFile>({
  name: 'files',
  columns: {
    id: id(),
    kind: code<FileKind>(8),
    ownerAccountId: id(),
    mime: code(32),
    bytes: int(),
    width: nullable(int()),
    height: nullable(int()),
    durationMs: nullable(int()),
    sha256: code(64),
    alikeHash: nullable(code(16)),
    createdAt: instant(),
    subjectId: nullable(id()),
  },
  primaryKey: ['id'],
  // By subject for its page; by age, without one, for the sweep and for counting what lies unclaimed.
  indices: [['subjectId', 'createdAt']],
  checks: {
    ck_files_photo: "(kind = 'photo') = (width IS NOT NULL AND height IS NOT NULL)",
    ck_files_voice: "(kind = 'voice') = (duration_ms IS NOT NULL)",
  },
})
