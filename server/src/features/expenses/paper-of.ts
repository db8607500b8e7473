import type { FileBytes } from '@huiying/shared/expenses'
import { DomainError } from '@huiying/shared/kernel'
import type { Reads } from '../../platform/database/reads'
import { storedFiles } from './stored-files.board'

/** A photo with the digest of its stored bytes. @throws file.not-found */
export async function paperOf(reads: Reads, fileId: string): Promise<FileBytes> {
  const file = (await storedFiles(reads, [fileId])).get(fileId)
  if (file === undefined || file.kind !== 'photo') throw new DomainError('file.not-found')
  return { fileId, sha256: file.sha256 }
}
