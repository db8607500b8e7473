import type { EpochMs } from '@huiying/shared/kernel'
import type { MaskBox } from '@huiying/shared/files'
import { id, instant, json } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** What the accountant covered on a voucher before residents may see it; no boxes: he looked, and nothing need be. */
export interface StoredMask {
  readonly fileId: string
  /**
   * The masked picture: a file of its own, another one for each mask. So its address is new whenever the picture is,
   * the old one opens nothing any more, and no address of the photo itself is near it.
   */
  readonly maskedId: string
  readonly boxes: readonly MaskBox[]
  readonly madeBy: string
  readonly madeAt: EpochMs
}

export const maskTable = defineTable<StoredMask>({
  name: 'file_masks',
  columns: { fileId: id(), maskedId: id(), boxes: json(), madeBy: id(), madeAt: instant() },
  primaryKey: ['fileId'],
})
