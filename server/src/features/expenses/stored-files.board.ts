import type { FileKind } from '@huiying/shared/files'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'

/** What an expense binds of a file: never what the phone says of it. */
export interface StoredFileBrief {
  readonly id: string
  readonly kind: FileKind
  readonly sha256: string
  readonly alikeHash: string | null
  /** What it belongs to already; `null`: nothing yet. */
  readonly subjectId: string | null
}

/** By id; those that are not there are left out. */
export async function storedFiles(reads: Reads, ids: readonly string[]): Promise<ReadonlyMap<string, StoredFileBrief>> {
  if (ids.length === 0) return new Map()
  const rows = await reads.query<{
    readonly id: string; readonly kind: FileKind; readonly sha256: string; readonly alike_hash: string | null
    readonly subject_id: string | null
  }>(`SELECT id, kind, sha256, alike_hash, subject_id FROM files WHERE id IN (${placeholders(ids.length)})`, ids)
  return new Map(rows.map(({ id, kind, sha256, alike_hash: alikeHash, subject_id: subjectId }) =>
    [id, { id, kind, sha256, alikeHash, subjectId }]))
}
