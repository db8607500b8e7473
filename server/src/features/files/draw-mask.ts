import { checkMask, type MaskBox, type StoredFile } from '@huiying/shared/files'
import { DomainError } from '@huiying/shared/kernel'
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { assertOutsideWork } from '../../platform/database/network-guard'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import type { FileStore } from '../../platform/storage'
import { fileKey } from './file-key'
import { fileTable } from './file.table'
import { maskTable } from './mask.table'
import { coverPhoto } from './photo'

/** A masked picture whose bytes lie in the store, but which no row names yet. */
export interface DrawnMask {
  readonly fileId: string
  readonly maskedId: string
  readonly boxes: readonly MaskBox[]
  readonly bytes: number
  readonly sha256: string
}

/**
 * Draws the photo anew with solid boxes over it, under an id of its own; without boxes it is the photo as it is, which
 * somebody has looked at and found fit to be seen. Works on the store, so outside any unit of work; then `keepMask`.
 * @throws file.mask-invalid, file.not-found
 */
export async function drawMask(
  { store, ids }: { readonly store: FileStore; readonly ids: Ids },
  fileId: string,
  boxes: readonly MaskBox[],
): Promise<DrawnMask> {
  assertOutsideWork('file storage')
  checkMask(boxes)
  const { photo, thumb } = await coverPhoto(await bytesOf(store, fileId), boxes)
  const maskedId = ids.next()
  await store.put(fileKey(maskedId, 'photo'), photo)
  await store.put(fileKey(maskedId, 'thumb'), thumb)
  return { fileId, maskedId, boxes, bytes: photo.length, sha256: createHash('sha256').update(photo).digest('hex') }
}

/**
 * From now on this is what residents see, and the picture before is no more: its row goes here, its bytes with the
 * sweep. Reads before it writes, so call it before other writes.
 * @throws file.not-found for what is no photo of the subject
 */
export async function keepMask(work: Work, drawn: DrawnMask, subjectId: string, by: string): Promise<void> {
  const { fileId, maskedId, boxes, bytes, sha256 } = drawn
  const photo = await work.findOne(fileTable, { id: fileId }, { lock: true })
  if (photo === null || photo.kind !== 'photo' || photo.subjectId !== subjectId) throw new DomainError('file.not-found')
  const before = await work.findOne(maskTable, { fileId }, { lock: true })
  const mask = { fileId, maskedId, boxes, madeBy: by, madeAt: work.now }
  // No hash to be found alike by: it is the same picture on the same paper. It belongs to the photo, not to the paper:
  // handed in as a voucher of that, its bytes would be gone with the next mask.
  const masked: StoredFile = {
    ...photo, id: maskedId, bytes, sha256, alikeHash: null, createdAt: work.now, subjectId: fileId,
  }
  work.insert(fileTable, masked)
  if (before === null) work.insert(maskTable, mask)
  else {
    work.update(maskTable, mask)
    work.delete(fileTable, { id: before.maskedId })
  }
}

async function bytesOf(store: FileStore, fileId: string): Promise<Buffer> {
  const file = await store.open(fileKey(fileId, 'photo'))
  if (file === null) throw new DomainError('file.not-found')
  return buffer(file.read(null))
}
