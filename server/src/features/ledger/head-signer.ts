import {
  formatCheckpoint, formatSignedNote, noteKey, openCheckpoint, signNote,
  type Head, type NoteKey, type OpenedCheckpoint,
} from '@huiying/shared/proof'
import type { LedgerConfig } from '../../platform/config/ledger-settings'
import { verifyEd25519 } from '../../platform/crypto/ed25519'
import { sha256 } from '../../platform/crypto/sha-256'

/** Every book is a log of its own, with one key of the installation under the name of the log. */
export interface HeadSigner {
  keyOf(bookId: string): NoteKey
  /** A signed checkpoint (C2SP), as text. */
  sign(bookId: string, head: Head): string
  /** What a note says that this signer signed for this book; `null`: it didn't. Witnesses are those that are known. */
  open(bookId: string, signedNote: string): OpenedCheckpoint | null
}

export function headSigner({ origin, key, witness }: LedgerConfig): HeadSigner {
  const keyOf = (bookId: string): NoteKey => noteKey(sha256, `${origin}/book/${bookId}`, 'log', key.publicKey)
  return {
    keyOf,
    sign: (bookId, { size, root }) => {
      const own = keyOf(bookId)
      const text = formatCheckpoint({ origin: own.name, size, root, extensions: [] })
      return formatSignedNote({ text, signatures: [signNote(key.sign, own, text)] })
    },
    open: (bookId, signedNote) => {
      const own = keyOf(bookId)
      const opened = openCheckpoint(verifyEd25519, witness === null ? [own] : [own, witness.key], signedNote)
      return opened?.checkpoint.origin === own.name ? opened : null
    },
  }
}
