import type { EpochMs } from '@huiying/shared/kernel'
import { bool, code, id, instant, int, json, longText, named, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** The Merkle log of a book as far as it has grown; written in the transaction of the entry. */
export interface StoredLog {
  readonly bookId: string
  readonly size: number
  /** Hashes (hex) of the complete subtrees that make up the log, the largest first: enough to append by. */
  readonly frontier: readonly string[]
  readonly root: string
}

export const logTable = defineTable<StoredLog>({
  name: 'ledger_logs',
  columns: { bookId: id(), size: int(), frontier: json(), root: code(64) },
  primaryKey: ['bookId'],
})

/** A complete subtree of 2^level leaves, so that a proof reads a few rows and hashes nothing. */
export interface StoredNode {
  readonly bookId: string
  /** 0: leaves. */
  readonly level: number
  readonly index: number
  readonly hash: string
}

export const nodeTable = defineTable<StoredNode>({
  name: 'ledger_nodes',
  columns: { bookId: id(), level: int(), index: named('node_index', int()), hash: code(64) },
  primaryKey: ['bookId', 'level', 'index'],
})

/** A signed head. The note is the C2SP text with our signature and, once it is there, the witness's. */
export interface StoredHead {
  readonly bookId: string
  readonly size: number
  readonly root: string
  readonly note: string
  readonly signedAt: EpochMs
  readonly witnessedAt: EpochMs | null
}

export const headTable = defineTable<StoredHead>({
  name: 'ledger_heads',
  columns: {
    bookId: id(), size: int(), root: code(64), note: longText(), signedAt: instant(),
    witnessedAt: nullable(instant()),
  },
  primaryKey: ['bookId', 'size'],
})

/** What the nightly check found: a row that is not what it was, a sum that does not add up. */
export interface StoredFinding {
  readonly id: string
  readonly bookId: string
  readonly villageId: string
  readonly kind: 'entry-changed' | 'entry-missing' | 'log-changed' | 'head-differs' | 'sum-differs' | 'signatures-missing' | 'behind-witness'
  /** The entry, expense or account it is about. */
  readonly about: string | null
  readonly position: number | null
  /** What the check saw, for people; no personal data. */
  readonly words: string
  readonly foundAt: EpochMs
  /** A later check found it right again; `null`: it stands. */
  readonly clearedAt: EpochMs | null
}

export const findingTable = defineTable<StoredFinding>({
  name: 'ledger_findings',
  columns: {
    id: id(), bookId: id(), villageId: id(), kind: code<StoredFinding['kind']>(24), about: nullable(code(64)),
    position: nullable(int()), words: longText(), foundAt: instant(), clearedAt: nullable(instant()),
  },
  primaryKey: ['id'],
  indices: [['bookId', 'foundAt']],
})

export interface StoredCheckRun {
  readonly bookId: string
  readonly checkedAt: EpochMs
  readonly size: number
  readonly isSound: boolean
}

/** The last check of each book. */
export const checkRunTable = defineTable<StoredCheckRun>({
  name: 'ledger_checks',
  columns: { bookId: id(), checkedAt: instant(), size: int(), isSound: bool() },
  primaryKey: ['bookId'],
})
