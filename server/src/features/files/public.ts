import { claimedFiles, wantedFiles, type FileClaim, type PhotoAddress, type StoredFile, type VoiceAddress } from '@huiying/shared/files'
import type { EpochMs } from '@huiying/shared/kernel'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { Work } from '../../platform/database/work'
import type { FileUrlSigner } from './file-url'
import { fileTable } from './file.table'
import { photoAddress, voiceAddress } from './photo-address'

export { FileUrlSigner } from './file-url'
export { drawMask, keepMask, type DrawnMask } from './draw-mask'
export { maskedPhotos } from './masked-photos'
export { photoAddress, voiceAddress } from './photo-address'

/**
 * Gives the files to the subject, all or none. Reads before it writes, so call it before other writes.
 * @throws file.not-found for a file that is not there, not the account's own, of the other kind or used already
 */
export async function claimFiles(work: Work, claim: FileClaim): Promise<readonly StoredFile[]> {
  const ids = wantedFiles(claim).map(({ id }) => id)
  if (ids.length === 0) return []
  const files = claimedFiles(await work.find(fileTable, { id: ids }, { lock: true }), claim)
  work.write(
    `UPDATE files SET subject_id = ? WHERE subject_id IS NULL AND id IN (${placeholders(ids.length)})`,
    [claim.subjectId, ...ids],
    { expectedRows: ids.length },
  )
  return files
}

/** Nobody's any more: the sweep takes rows and bytes away. */
export function giveUpFiles(work: Work, ids: readonly string[]): void {
  if (ids.length === 0) return
  work.write(`UPDATE files SET subject_id = NULL WHERE id IN (${placeholders(ids.length)})`, ids)
}

/** What a paper binds of a photo: never what the phone says of it. */
export interface PhotoInBrief {
  readonly id: string
  readonly sha256: string
  /** What it belongs to already; `null`: nothing yet. */
  readonly subjectId: string | null
}

/** By id; what is no photo is left out. */
export async function photosInBrief(reads: Reads, ids: readonly string[]): Promise<ReadonlyMap<string, PhotoInBrief>> {
  if (ids.length === 0) return new Map()
  const rows = await reads.query<{ readonly id: string; readonly sha256: string; readonly subject_id: string | null }>(
    `SELECT id, sha256, subject_id FROM files WHERE kind = 'photo' AND id IN (${placeholders(ids.length)})`,
    ids,
  )
  return new Map(rows.map((row) => [row.id, { id: row.id, sha256: row.sha256, subjectId: row.subject_id }]))
}

/** Signed addresses of files, ready to be picked by the rows that mention them. */
export interface FileUrls {
  /** In the order asked; a file that is no more is left out. */
  photos(ids: readonly string[]): readonly PhotoAddress[]
  voice(id: string | null): VoiceAddress | null
}

/** Addresses for whatever the ids name. Whether the viewer may see them is for the caller to have asked. */
export async function fileUrls(
  reads: Reads,
  signer: FileUrlSigner,
  fileIds: readonly string[],
  now: EpochMs,
): Promise<FileUrls> {
  const files = await briefs(reads, [...new Set(fileIds)])
  return {
    photos: (ids) => ids.filter((id) => files.get(id)?.kind === 'photo').map((id) => photoAddress(signer, id, now)),
    voice: (id) => {
      const file = id === null ? undefined : files.get(id)
      return file?.kind === 'voice' ? voiceAddress(signer, file.id, file.duration_ms ?? 0, now) : null
    },
  }
}

interface FileBrief {
  readonly id: string
  readonly kind: string
  readonly duration_ms: number | null
}

async function briefs(reads: Reads, ids: readonly string[]): Promise<ReadonlyMap<string, FileBrief>> {
  if (ids.length === 0) return new Map()
  const rows = await reads.query<FileBrief>(
    `SELECT id, kind, duration_ms FROM files WHERE id IN (${placeholders(ids.length)})`,
    ids,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
