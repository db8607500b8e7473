import type { PhotoAddress } from '@huiying/shared/files'
import type { EpochMs } from '@huiying/shared/kernel'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { FileUrlSigner } from './file-url'
import { photoAddress } from './photo-address'

/**
 * What residents may see of photos: the masked pictures alone, by the photo's id; one that nobody has masked yet is
 * left out. `id` of an address is the masked picture's own.
 */
export async function maskedPhotos(
  reads: Reads,
  signer: FileUrlSigner,
  fileIds: readonly string[],
  now: EpochMs,
): Promise<ReadonlyMap<string, PhotoAddress>> {
  const ids = [...new Set(fileIds)]
  if (ids.length === 0) return new Map()
  const rows = await reads.query<{ readonly file_id: string; readonly masked_id: string }>(
    `SELECT file_id, masked_id FROM file_masks WHERE file_id IN (${placeholders(ids.length)})`,
    ids,
  )
  return new Map(rows.map((row) => [row.file_id, photoAddress(signer, row.masked_id, now)]))
}
