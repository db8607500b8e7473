import type { EpochMs } from '@huiying/shared/kernel'
import type { SignatureLevel } from '@huiying/shared/expenses'
import type { SealContent, SealRevisionEnd, SealSlot, SealStatus, SealUse } from '@huiying/shared/seal'
import { code, id, instant, int, json, named, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export interface StoredSeal {
  readonly id: string
  readonly villageId: string
  readonly subDistrictId: string
  readonly status: SealStatus
  readonly createdAt: EpochMs
  readonly waitingSinceAt: EpochMs | null
  readonly approvedAt: EpochMs | null
  readonly version: number
}

export const sealTable = defineTable<StoredSeal>({
  name: 'seal_requests',
  columns: {
    id: id(), villageId: id(), subDistrictId: id(), status: code<SealStatus>(12), createdAt: instant(),
    waitingSinceAt: nullable(instant()), approvedAt: nullable(instant()), version: int(),
  },
  primaryKey: ['id'],
  indices: [['villageId', 'status', 'createdAt']],
})

export interface StoredSealRevision {
  readonly requestId: string
  readonly number: number
  readonly content: SealContent
  readonly digest: string
  readonly savedAt: EpochMs
  readonly savedBy: string
  readonly over: SealRevisionEnd | null
}

export const sealRevisionTable = defineTable<StoredSealRevision>({
  name: 'seal_revisions',
  columns: {
    requestId: id(), number: int(), content: json(), digest: code(64), savedAt: instant(), savedBy: id(),
    over: nullable(json()),
  },
  primaryKey: ['requestId', 'number'],
})

export interface StoredSealSignature {
  readonly nonce: string
  readonly requestId: string
  readonly revision: number
  readonly slot: SealSlot
  readonly personId: string
  readonly digest: string
  readonly at: EpochMs
  readonly level: SignatureLevel
  readonly drawingId: string
  readonly drawingSha256: string
  readonly takenBackAt: EpochMs | null
}

export const sealSignatureTable = defineTable<StoredSealSignature>({
  name: 'seal_signatures',
  columns: {
    nonce: code(64), requestId: id(), revision: int(), slot: code<SealSlot>(16), personId: id(), digest: code(64),
    at: instant(), level: code<SignatureLevel>(8), drawingId: id(), drawingSha256: code(64),
    takenBackAt: nullable(instant()),
  },
  primaryKey: ['nonce'],
  indices: [['requestId', 'revision']],
  uniques: [['drawingSha256']],
})

export const sealUseTable = defineTable<SealUse>({
  name: 'seal_uses',
  columns: {
    id: id(), requestId: id(), villageId: id(), year: int(), number: int(), documentSha256: code(64), copies: int(),
    by: named('used_by', id()), at: instant(),
  },
  primaryKey: ['id'],
  indices: [['requestId']],
  uniques: [['villageId', 'year', 'number']],
})
