import type { EpochMs } from '@huiying/shared/kernel'
import { code, id, instant, longText } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** A signature as it was drawn, for one act. */
export interface StoredDrawing {
  readonly id: string
  readonly personId: string
  /** Of the canonical bytes of the strokes, hex: the same drawing twice is a copy, no signature. */
  readonly sha256: string
  /** Canonical JSON of the strokes. */
  readonly strokes: string
  readonly drawnAt: EpochMs
}

export const drawingTable = defineTable<StoredDrawing>({
  name: 'signature_drawings',
  columns: { id: id(), personId: id(), sha256: code(64), strokes: longText(), drawnAt: instant() },
  primaryKey: ['id'],
  uniques: [['sha256']],
})
