import type { EpochMs } from '@huiying/shared/kernel'
import type { JournalRow } from './journal.table'

/** What the journal asks of a fact: what happened, and to what (`ticketId`, else `subjectId`). */
export interface RecordedFact {
  readonly type: string
  readonly ticketId?: string
  readonly subjectId?: string
}

export interface JournalEntry<Fact extends RecordedFact = RecordedFact> {
  readonly id: string
  readonly at: EpochMs
  /** Person who did it; null = the clock. */
  readonly by: string | null
  readonly fact: Fact
}

export function subjectOf(fact: RecordedFact): string {
  const subjectId = fact.ticketId ?? fact.subjectId
  if (subjectId === undefined) throw new Error(`fact ${fact.type} names no subject`)
  return subjectId
}

export function entryOf<Fact extends RecordedFact>(row: JournalRow): JournalEntry<Fact> {
  return { id: row.id, at: row.at, by: row.byPerson, fact: row.body as Fact }
}
