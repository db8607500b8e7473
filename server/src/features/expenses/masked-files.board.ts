import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'

/** Which of the photos the accountant has looked through, so that residents may see them. */
export async function maskedFileIds(reads: Reads, fileIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (fileIds.length === 0) return new Set()
  const rows = await reads.query<{ readonly file_id: string }>(
    `SELECT file_id FROM file_masks WHERE file_id IN (${placeholders(fileIds.length)})`, fileIds,
  )
  return new Set(rows.map((row) => row.file_id))
}
