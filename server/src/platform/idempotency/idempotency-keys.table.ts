import type { EpochMs } from '@huiying/shared/kernel'
import { code, id, instant, int, longText, named, nullable } from '../database/column'
import { defineTable } from '../database/table'

export interface IdempotencyKeyRow {
  readonly accountId: string
  readonly key: string
  readonly route: string
  readonly bodyHash: string
  /** which unit of work of the request answered, from 1: reading ones may come before it */
  readonly run: number
  /** JSON of what the unit of work returned; null where it returned nothing */
  readonly answer: string | null
  readonly createdAt: EpochMs
}

/** What is kept under a key: the answer, and to which question. */
export type KeptAnswer = Pick<IdempotencyKeyRow, 'route' | 'bodyHash' | 'run' | 'answer'>

export const idempotencyKeysTable = defineTable<IdempotencyKeyRow>({
  name: 'idempotency_keys',
  columns: {
    accountId: id(),
    key: named('key_', code(64)),
    route: code(128),
    bodyHash: code(64),
    run: int(),
    answer: nullable(longText()),
    createdAt: instant(),
  },
  primaryKey: ['accountId', 'key'],
  indices: [['createdAt']],
})
