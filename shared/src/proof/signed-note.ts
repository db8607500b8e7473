import { concatBytes } from './bytes'
import { base64Of, parseBase64 } from './base64'
import { hexOf, parseHex } from './hex'
import { isKeyName, isNoteText } from './note-text'

/** A text and whoever signed it (C2SP signed-note). Read, not yet believed: see `verifyNote`. */
export interface SignedNote {
  /** Whole lines, the last line break included. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** One line "— name base64". */
export interface NoteSignature {
  readonly keyName: string
  /** Eight hex digits. */
  readonly keyId: string
  readonly signature: Uint8Array
}

/** The format asks readers to take at least 16. A note with more than we take is refused whole. */
export const SIGNATURES_LIMIT = 64

/** @throws RangeError when it would not read back as the same note */
export function formatSignedNote(note: SignedNote): string {
  const text = `${note.text}\n${note.signatures.map(formatNoteSignature).join('')}`
  if (parseSignedNote(text)?.text !== note.text) throw new RangeError('no signed note can say this')
  return text
}

/** With the line break, as a witness answers it. @throws RangeError when it would not read back as the same line */
export function formatNoteSignature({ keyName, keyId, signature }: NoteSignature): string {
  const id = parseHex(keyId)
  if (id === null || id.length !== KEY_ID_LENGTH) throw new RangeError('the id of a key is eight hex digits')
  const line = `— ${keyName} ${base64Of(concatBytes(id, signature))}`
  if (parseNoteSignature(line) === null) throw new RangeError('no signature line can say this')
  return `${line}\n`
}

/** Strict: one spelling for one note. Null for anything else. */
export function parseSignedNote(text: string): SignedNote | null {
  // The text may hold empty lines; the last one ends it.
  const end = text.lastIndexOf('\n\n')
  if (end < 0 || !isNoteText(text)) return null
  const lines = text.slice(end + 2, -1).split('\n')
  if (lines.length > SIGNATURES_LIMIT) return null
  const signatures = lines.map(parseNoteSignature)
  return signatures.every(isThere) ? { text: text.slice(0, end + 1), signatures } : null
}

/** Without the line break. */
export function parseNoteSignature(line: string): NoteSignature | null {
  const [, keyName = '', encoded = ''] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? []
  const bytes = parseBase64(encoded)
  if (!isKeyName(keyName) || bytes === null || bytes.length <= KEY_ID_LENGTH) return null
  return { keyName, keyId: hexOf(bytes.subarray(0, KEY_ID_LENGTH)), signature: bytes.subarray(KEY_ID_LENGTH) }
}

const KEY_ID_LENGTH = 4

function isThere<T>(value: T | null): value is T {
  return value !== null
}
