import { formatCheckpoint } from '../checkpoint'
import { consistencyProof } from '../consistency'
import { rootOf } from '../merkle-tree'
import { noteKey, type NoteKey } from '../note-key'
import { formatSignedNote } from '../signed-note'
import { signNote } from '../verify-note'
import { keyPair, sha256 } from './node-primitives'

export const ORIGIN = 'huiying.example/liushu'

const logPair = keyPair(1)
const strangerPair = keyPair(2)
export const logKey: NoteKey = noteKey(sha256, ORIGIN, 'log', logPair.publicKey)
/** Bears the log's name, and is not the log's. */
export const strangerKey: NoteKey = noteKey(sha256, ORIGIN, 'log', strangerPair.publicKey)

export function checkpointText(leaves: readonly Uint8Array[], origin = ORIGIN): string {
  return formatCheckpoint({ origin, size: leaves.length, root: rootOf(sha256, leaves), extensions: [] })
}

export function signedByLog(text: string): string {
  return formatSignedNote({ text, signatures: [signNote(logPair.sign, logKey, text)] })
}

export function signedByStranger(text: string): string {
  return formatSignedNote({ text, signatures: [signNote(strangerPair.sign, strangerKey, text)] })
}

/** What an honest log asks its witness. */
export function requestOf(leaves: readonly Uint8Array[], oldSize: number) {
  const signedCheckpoint = signedByLog(checkpointText(leaves))
  return { oldSize, proof: consistencyProof(sha256, leaves, oldSize), signedCheckpoint }
}
