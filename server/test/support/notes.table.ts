import type { EpochMs } from '@huiying/shared/kernel'
import { bool, code, date, id, instant, int, json, longText, nullable, text } from '../../src/platform/database/column'
import { SchemaChanges } from '../../src/platform/database/migration'
import { defineTable } from '../../src/platform/database/table'
import type { FreshDatabase } from './fresh-database'
import { dataSourceFor } from '../../src/platform/database/data-source'
import { parseDatabaseUrl } from '../../src/platform/database/database-url'

/** One column of each kind. */
export interface Note {
  readonly id: string
  readonly status: 'open' | 'closed'
  readonly title: string
  readonly body: string | null
  readonly marks: { readonly colours: readonly string[]; readonly depth: number } | null
  readonly writtenAt: EpochMs
  readonly closedAt: EpochMs | null
  readonly closedOn: string | null
  readonly isPublic: boolean
  readonly version: number
}

/** A table of the tests' own, for what no room needs yet. Not in the migrations: `createNotes` makes it. */
export const notesTable = defineTable<Note>({
  name: 'test_notes',
  columns: {
    id: id(),
    status: code(8),
    title: text(20),
    body: nullable(longText()),
    marks: nullable(json()),
    writtenAt: instant(),
    closedAt: nullable(instant()),
    closedOn: nullable(date()),
    isPublic: bool(),
    version: int(),
  },
  primaryKey: ['id'],
  uniques: [['title']],
  checks: { ck_test_notes_version: 'version >= 0' },
})

export async function createNotes(fresh: FreshDatabase): Promise<void> {
  const schema = await dataSourceFor(parseDatabaseUrl(fresh.url), fresh.database.dialect, 'schema').initialize()
  const changes = new SchemaChanges(fresh.database.dialect, async (sql) => void (await schema.query(sql)))
  await changes.dropTable('test_notes')
  await changes.createTable('test_notes', {
    columns: {
      id: id(), status: code(8), title: text(20), body: nullable(longText()), marks: nullable(json()),
      written_at: instant(), closed_at: nullable(instant()), closed_on: nullable(date()),
      is_public: bool(), version: int(),
    },
    primaryKey: ['id'],
    uniques: [['title']],
    checks: { ck_test_notes_version: 'version >= 0' },
  })
  await schema.destroy()
}

export function note(change: Partial<Note> = {}): Note {
  return {
    id: 'N1', status: 'open', title: 'one', body: null, marks: null, writtenAt: 1_789_000_000_123, closedAt: null,
    closedOn: null, isPublic: false, version: 1, ...change,
  }
}
