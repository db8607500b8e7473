import { concatBytes, equalBytes, type Sha256 } from './bytes'
import { base64Of, parseBase64 } from './base64'
import { hexOf } from './hex'
import { isKeyName } from './note-text'
import { utf8Of } from './utf8'

/** Given from outside. Pure Ed25519 (RFC 8032); the private key stays behind the function. */
export type Ed25519Sign = (message: Uint8Array) => Uint8Array
/** Given from outside. False for any signature that does not hold, a misshapen one too. */
export type Ed25519Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

/** What a key signs: a note as it stands, or that it witnessed one at a time (C2SP tlog-cosignature). */
export type NoteKeyUse = 'log' | 'witness'

/** Whose signature counts. */
export interface NoteKey {
  readonly name: string
  /** Eight hex digits. With the name it says which key signed; it proves nothing by itself. */
  readonly id: string
  readonly use: NoteKeyUse
  /** 32 bytes, Ed25519. */
  readonly publicKey: Uint8Array
}

export const PUBLIC_KEY_LENGTH = 32

/** @throws RangeError for a name that no note can carry, or a key of another length */
export function noteKey(sha256: Sha256, name: string, use: NoteKeyUse, publicKey: Uint8Array): NoteKey {
  if (!isKeyName(name)) throw new RangeError('the name of a key has neither spaces nor plus')
  if (publicKey.length !== PUBLIC_KEY_LENGTH) throw new RangeError(`an Ed25519 key has ${PUBLIC_KEY_LENGTH} bytes`)
  const typed = typedKey(use, publicKey)
  return { name, id: hexOf(sha256(concatBytes(utf8Of(`${name}\n`), typed)).subarray(0, 4)), use, publicKey }
}

/** One line to print, to set or to scan: "name+id+base64" (C2SP signed-note, verifier keys). */
export function formatNoteKey({ name, id, use, publicKey }: NoteKey): string {
  return `${name}+${id}+${base64Of(typedKey(use, publicKey))}`
}

/** Null for anything but an Ed25519 key of one of the two uses whose id is its own. */
export function parseNoteKey(sha256: Sha256, text: string): NoteKey | null {
  // Base64 may hold a plus, a name may not.
  const [, name = '', id, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const typed = parseBase64(encoded)
  if (typed === null || typed.length !== 1 + PUBLIC_KEY_LENGTH || !isKeyName(name)) return null
  const publicKey = typed.subarray(1)
  const use = USES.find((each) => equalBytes(typedKey(each, publicKey), typed))
  if (use === undefined) return null
  const key = noteKey(sha256, name, use, publicKey)
  return key.id === id ? key : null
}

const TYPE_BYTES: Readonly<Record<NoteKeyUse, number>> = { log: 0x01, witness: 0x04 }
const USES: readonly NoteKeyUse[] = ['log', 'witness']

function typedKey(use: NoteKeyUse, publicKey: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(TYPE_BYTES[use]), publicKey)
}
