import type { Fact, FactType, JournalEntry } from '@huiying/shared/facts'
import type { EpochMs } from '@huiying/shared/kernel'
import { code, id, instant, json, nullable } from '../database/column'
import { defineTable } from '../database/table'

export interface JournalRow {
  /** ULID: sorts by the time of writing */
  readonly id: string
  readonly at: EpochMs
  /** null: nobody, the clock did it */
  readonly byPerson: string | null
  readonly type: FactType
  readonly subjectId: string
  readonly body: Fact
}

/** Everything that happened, in order, never changed: audit trail, and the source of all notices. */
export const journalTable = defineTable<JournalRow>({
  name: 'journal',
  columns: {
    id: id(),
    at: instant(),
    byPerson: nullable(id()),
    type: code(64),
    subjectId: id(),
    body: json(),
  },
  primaryKey: ['id'],
  indices: [['subjectId', 'id']],
})

export function entryOf(row: JournalRow): JournalEntry {
  return { id: row.id, at: row.at, by: row.byPerson, fact: row.body }
}
