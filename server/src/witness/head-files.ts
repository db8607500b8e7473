import { hexOf, parseCheckpoint, parseSignedNote, utf8Of, type Head } from '@huiying/shared/proof'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../platform/crypto/sha-256'
import { makeFolder } from '../platform/make-folder'
import { writeDurably } from '../platform/write-durably'

/** What a witness remembers: of each log the last head it co-signed, as the log signed it. One program a folder. */
export interface HeadFiles {
  /** @throws Error when the file is there but can't be read: starting anew would let the log fork */
  lastOf(origin: string): Head | null
  /** On disk when it returns. */
  keep(origin: string, signedCheckpoint: string): void
  /** Signed by the log, and not what it showed before: proof that somebody may need. */
  keepEvidence(origin: string, signedCheckpoint: string): void
}

/** A log that forks once may do so all day; the first heads prove it. */
const EVIDENCE_LIMIT = 1_000

export function headFiles(folder: string): HeadFiles {
  const logs = join(folder, 'logs')
  const evidence = join(folder, 'evidence')
  makeFolder(logs)
  makeFolder(evidence)
  return {
    lastOf: (origin) => {
      const path = join(logs, `${nameOf(origin)}.note`)
      if (!existsSync(path)) return null
      const note = parseSignedNote(readFileSync(path, 'utf8'))
      const checkpoint = note && parseCheckpoint(note.text)
      if (checkpoint?.origin !== origin) throw new Error(`not the head of ${origin}: ${path}`)
      return { size: checkpoint.size, root: checkpoint.root }
    },
    keep: (origin, signedCheckpoint) => writeDurably(join(logs, `${nameOf(origin)}.note`), signedCheckpoint),
    keepEvidence: (origin, signedCheckpoint) => {
      const path = join(evidence, `${nameOf(origin)}-${nameOf(signedCheckpoint).slice(0, 16)}.note`)
      if (existsSync(path) || readdirSync(evidence).length >= EVIDENCE_LIMIT) return
      writeDurably(path, signedCheckpoint)
    },
  }
}

/** Names of logs are anybody's text; a hash is a file name everywhere. */
function nameOf(text: string): string {
  return hexOf(sha256(utf8Of(text)))
}
