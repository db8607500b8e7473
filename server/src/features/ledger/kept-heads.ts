import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../../platform/make-folder'
import { writeDurably } from '../../platform/write-durably'

/**
 * The newest signed head of each book, outside the database: what was signed has been shown to people, so a database
 * that knows less of it came out of a backup. One small file a book.
 */
export interface KeptHeads {
  bookIds(): readonly string[]
  /** The signed note as it was kept; `null`: none. */
  read(bookId: string): string | null
  /** On disk when it returns. Never within a unit of work. */
  keep(bookId: string, signedNote: string): void
}

export function keptHeads(dataDir: string): KeptHeads {
  const folder = join(dataDir, 'ledger-heads')
  const fileOf = (bookId: string): string => join(folder, `${encodeURIComponent(bookId)}${ENDING}`)
  return {
    bookIds: () => namesIn(folder).map((name) => decodeURIComponent(name.slice(0, -ENDING.length))),
    read: (bookId) => textIn(fileOf(bookId)),
    keep: (bookId, signedNote) => {
      makeFolder(folder)
      writeDurably(fileOf(bookId), signedNote)
    },
  }
}

const ENDING = '.note'

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(ENDING))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function textIn(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'
}
