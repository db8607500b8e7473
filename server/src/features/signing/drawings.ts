import { checkStrokes, type FileBytes, type Strokes } from '@huiying/shared/expenses'
import { DomainError } from '@huiying/shared/kernel'
import { canonicalBytes } from '@huiying/shared/proof'
import { createHash } from 'node:crypto'
import { jsonOf, placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { drawingTable } from './drawing.table'

export interface CheckedDrawing {
  readonly sha256: string
  readonly canonical: string
}

/** A drawn signature that is being given. */
export interface DrawingInHand {
  /** What the signature binds: the drawing's id and the digest of its strokes. */
  readonly bytes: FileBytes
  /** Stores it, where the act has stored anything. @throws expense.strokes-used for a copy of any drawing before */
  keep(): void
}

/**
 * Looks a drawing over and whether it is new; only reads, so call it before the decision and `keep` after it.
 * @throws expense.strokes-invalid
 */
export async function drawingInHand(work: Work, ids: Ids, personId: string, strokes: Strokes): Promise<DrawingInHand> {
  const { sha256, canonical } = checkedDrawing(strokes)
  const known = await work.findOne(drawingTable, { sha256 })
  const id = ids.next()
  return {
    bytes: { fileId: id, sha256 },
    keep: () => {
      if (known !== null) throw new DomainError('expense.strokes-used')
      work.insert(drawingTable, { id, personId, sha256, strokes: canonical, drawnAt: work.now })
    },
  }
}

/** @throws expense.strokes-invalid */
export function checkedDrawing({ height, strokes }: Strokes): CheckedDrawing {
  checkStrokes({ height, strokes })
  const bytes = canonicalBytes({ height, strokes })
  return { sha256: createHash('sha256').update(bytes).digest('hex'), canonical: Buffer.from(bytes).toString('utf8') }
}

/** By the ids of drawings; unknown ones are left out. */
export async function drawingsOf(reads: Reads, ids: readonly string[]): Promise<ReadonlyMap<string, Strokes>> {
  if (ids.length === 0) return new Map()
  const rows = await reads.query<{ readonly id: string; readonly strokes: string }>(
    `SELECT id, strokes FROM signature_drawings WHERE id IN (${placeholders(ids.length)})`,
    ids,
  )
  return new Map(rows.map(({ id, strokes }) => [id, jsonOf<Strokes>(strokes)]))
}
