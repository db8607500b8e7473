import type { EpochMs } from '@huiying/shared/kernel'
import { code, id, instant, int } from '../database/column'
import { defineTable } from '../database/table'

/** A journal entry that nobody has reacted to yet. */
export interface OutboxRow {
  readonly dueAt: EpochMs
  /** id of the journal entry */
  readonly id: string
  readonly attempts: number
}

/** Holds only what is still to be done, clustered by when. */
export const outboxTable = defineTable<OutboxRow>({
  name: 'outbox',
  columns: { dueAt: instant(), id: id(), attempts: int() },
  primaryKey: ['dueAt', 'id'],
})

export interface ParkedOutboxRow {
  readonly id: string
  readonly attempts: number
  readonly parkedAt: EpochMs
  /** error code or class, never a message: it may carry contents */
  readonly fault: string
}

/** Entries whose reaction failed again and again: for a person to look at. */
export const parkedOutboxTable = defineTable<ParkedOutboxRow>({
  name: 'parked_outbox',
  columns: { id: id(), attempts: int(), parkedAt: instant(), fault: code(64) },
  primaryKey: ['id'],
})
