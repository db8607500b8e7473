import type { CalendarDate, EpochMs } from '@huiying/shared/kernel'
import type { Asset, AssetKind, Contract, HoldingUse, Objection, Resource, ResourceKind } from '@huiying/shared/ledger'
import { code, date, fen, id, instant, int, json, longText, nullable, text } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export const assetTable = defineTable<Asset>({
  name: 'ledger_assets',
  columns: {
    id: id(), bookId: id(), kind: code<AssetKind>(16), name: text(60), place: text(60), originalFen: fen(),
    acquiredOn: nullable(date()), use: code<HoldingUse>(8),
  },
  primaryKey: ['id'],
  indices: [['bookId']],
})

export const resourceTable = defineTable<Resource>({
  name: 'ledger_resources',
  columns: {
    id: id(), bookId: id(), kind: code<ResourceKind>(16), name: text(60), place: text(60), areaCentiMu: int(),
    use: code<HoldingUse>(8),
  },
  primaryKey: ['id'],
  indices: [['bookId']],
})

export interface StoredContract extends Contract {
  /** Ended before its time; `null`: it runs as agreed. */
  readonly endedOn: CalendarDate | null
}

export const contractTable = defineTable<StoredContract>({
  name: 'ledger_contracts',
  columns: {
    id: id(), bookId: id(), kind: code<Contract['kind']>(8), holdingId: id(), title: text(60), tenant: text(60),
    fromOn: date(),
    toOn: date(), rent: json(), endedOn: nullable(date()),
  },
  primaryKey: ['id'],
  indices: [['bookId']],
})

export interface StoredObjection extends Omit<Objection, 'answer'> {
  readonly answerWords: string | null
  readonly answeredBy: string | null
  readonly answeredAt: EpochMs | null
}

export const objectionTable = defineTable<StoredObjection>({
  name: 'ledger_objections',
  columns: {
    id: id(), bookId: id(), month: code(7), entryId: nullable(id()), words: longText(), raisedBy: id(),
    raisedAt: instant(),
    answerWords: nullable(longText()), answeredBy: nullable(id()), answeredAt: nullable(instant()),
  },
  primaryKey: ['id'],
  indices: [['bookId', 'month']],
})
