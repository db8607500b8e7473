import type { EpochMs } from '@huiying/shared/kernel'
import type { MaskBox } from '@huiying/shared/files'
import { id, instant, json } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** What the accountant covered on a voucher before residents may see it; no boxes: he looked, and nothing need be. */
export interface StoredMask {
  readonly fileId: string
  readonly boxes: readonly MaskBox[]
  readonly madeBy: string
  readonly madeAt: EpochMs
}

export const maskTable = defineTable<StoredMask>({
  name: 'file_masks',
  columns: { fileId: id(), boxes: json(), madeBy: id(), madeAt: instant() },
  primaryKey: ['fileId'],
})
