import { concatBytes } from './bytes'
import { parseCheckpoint, type Checkpoint } from './checkpoint'
import type { Ed25519Sign, Ed25519Verify, NoteKey } from './note-key'
import { parseSignedNote, type NoteSignature, type SignedNote } from './signed-note'
import { utf8Of } from './utf8'

/** A key whose signature holds. `signedAtSeconds` is when a witness says it looked; a log's key says no time. */
export interface Signer {
  readonly key: NoteKey
  readonly signedAtSeconds: number | null
}

/** What a signer of use 'log' puts under a text. */
export function signNote(sign: Ed25519Sign, key: NoteKey, text: string): NoteSignature {
  if (key.use !== 'log') throw new RangeError('a witness signs with its time')
  return { keyName: key.name, keyId: key.id, signature: sign(utf8Of(text)) }
}

/**
 * What a witness puts under the text of a checkpoint, at a time in whole seconds since 1970 (C2SP tlog-cosignature,
 * Ed25519). Whether it may is `decideCosignature`.
 */
export function cosignNote(sign: Ed25519Sign, key: NoteKey, text: string, atSeconds: number): NoteSignature {
  if (key.use !== 'witness') throw new RangeError('a log signs without a time')
  const signature = concatBytes(timeBytes(atSeconds), sign(cosignedMessage(text, atSeconds)))
  return { keyName: key.name, keyId: key.id, signature }
}

/**
 * Who of the known signed, each once, with the first time given. Signatures of others are passed over. Null when one
 * that a known key is said to have made does not hold, or when no known key signed: nothing of the note may be used.
 */
export function verifyNote(
  verify: Ed25519Verify,
  known: readonly NoteKey[],
  note: SignedNote,
): readonly Signer[] | null {
  const signers = new Map<NoteKey, Signer>()
  for (const { keyName, keyId, signature } of note.signatures) {
    for (const key of known.filter(({ name, id }) => name === keyName && id === keyId)) {
      const signer = signerOf(verify, key, note.text, signature)
      if (signer === null) return null
      if (!signers.has(key)) signers.set(key, signer)
    }
  }
  return signers.size > 0 ? [...signers.values()] : null
}

export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint
  /** The text that was signed; witnesses sign the same. */
  readonly text: string
  readonly witnesses: readonly Signer[]
}

/**
 * A signed checkpoint that the log of this origin really issued: signed by a known key of use 'log' that bears the
 * origin's name. Null for anything else. How many witnesses are enough is for the caller to say.
 */
export function openCheckpoint(
  verify: Ed25519Verify,
  known: readonly NoteKey[],
  signedText: string,
): OpenedCheckpoint | null {
  const note = parseSignedNote(signedText)
  const checkpoint = note && parseCheckpoint(note.text)
  const signers = note && verifyNote(verify, known, note)
  if (!note || !checkpoint || !signers) return null
  if (!signers.some(({ key }) => key.use === 'log' && key.name === checkpoint.origin)) return null
  return { checkpoint, text: note.text, witnesses: signers.filter(({ key }) => key.use === 'witness') }
}

/** Of which log a signed checkpoint says it is: to find the log's keys by, before anything of it is believed. */
export function originOf(signedText: string): string | null {
  const note = parseSignedNote(signedText)
  return (note && parseCheckpoint(note.text))?.origin ?? null
}

const TIME_LENGTH = 8
const SIGNATURE_LENGTH = 64

function signerOf(verify: Ed25519Verify, key: NoteKey, text: string, signature: Uint8Array): Signer | null {
  if (key.use === 'log') {
    const holds = signature.length === SIGNATURE_LENGTH && verify(key.publicKey, utf8Of(text), signature)
    return holds ? { key, signedAtSeconds: null } : null
  }
  if (signature.length !== TIME_LENGTH + SIGNATURE_LENGTH) return null
  const atSeconds = signature.subarray(0, TIME_LENGTH).reduce((sum, byte) => sum * 256 + byte, 0)
  if (!Number.isSafeInteger(atSeconds)) return null
  const holds = verify(key.publicKey, cosignedMessage(text, atSeconds), signature.subarray(TIME_LENGTH))
  return holds ? { key, signedAtSeconds: atSeconds } : null
}

function cosignedMessage(text: string, atSeconds: number): Uint8Array {
  return utf8Of(`cosignature/v1\ntime ${atSeconds}\n${text}`)
}

/** Eight bytes, the highest first. */
function timeBytes(atSeconds: number): Uint8Array {
  if (!Number.isSafeInteger(atSeconds) || atSeconds < 0) throw new RangeError(`not a time in seconds: ${atSeconds}`)
  const bytes = new Uint8Array(TIME_LENGTH)
  for (let at = TIME_LENGTH - 1, rest = atSeconds; at >= 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256
  return bytes
}
