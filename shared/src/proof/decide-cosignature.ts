import { equalBytes, type Digest, type Sha256 } from './bytes'
import { verifyConsistency, type Head } from './consistency'
import type { Ed25519Verify, NoteKey } from './note-key'
import { originOf, openCheckpoint } from './verify-note'

/** What a witness keeps of a log: whose it is, and the last head it co-signed; null before the first. */
export interface WatchedLog {
  readonly origin: string
  /** The keys by which the log signs, of use 'log', named after the origin. */
  readonly keys: readonly NoteKey[]
  readonly last: Head | null
}

/** What a log asks to have co-signed (C2SP tlog-witness). */
export interface CosignatureRequest {
  /** The size of the head from which the proof leads; 0 where nothing was co-signed yet. */
  readonly oldSize: number
  readonly proof: readonly Digest[]
  /** The signed checkpoint, as text. */
  readonly signedCheckpoint: string
}

export type CosignatureDecision =
  /** `head` is to be on disk before the signature leaves, in one step with the check of `last`. */
  | { readonly kind: 'cosign'; readonly head: Head; readonly text: string }
  /** `lastSize` tells the log from which size it must prove. */
  | { readonly kind: 'refuse'; readonly reason: CosignatureRefusal; readonly lastSize: number }

/**
 * - `unreadable`: no checkpoint
 * - `other-log`: of another origin
 * - `not-signed`: no key of the log signed it, or a signature does not hold
 * - `old-size-beyond`: the proof leads from further than the checkpoint goes
 * - `old-size-stale`: the proof does not lead from the last head; the log may ask again from there
 * - `forked`: as long as the last head, but another root. Signed by the log, this is evidence: keep it.
 * - `not-proven`: the proof does not hold
 */
export type CosignatureRefusal =
  | 'unreadable' | 'other-log' | 'not-signed' | 'old-size-beyond' | 'old-size-stale' | 'forked' | 'not-proven'

/**
 * May a witness co-sign? It knows nothing of the book but its last head, and never signs two heads of which one does
 * not contain the other. The first head of a log it takes on trust.
 */
export function decideCosignature(
  { sha256, verify }: { readonly sha256: Sha256; readonly verify: Ed25519Verify },
  log: WatchedLog,
  { oldSize, proof, signedCheckpoint }: CosignatureRequest,
): CosignatureDecision {
  const known = log.last ?? { size: 0, root: sha256(new Uint8Array(0)) }
  const refuse = (reason: CosignatureRefusal): CosignatureDecision => ({ kind: 'refuse', reason, lastSize: known.size })
  const origin = originOf(signedCheckpoint)
  if (origin === null) return refuse('unreadable')
  if (origin !== log.origin) return refuse('other-log')
  const opened = openCheckpoint(verify, log.keys, signedCheckpoint)
  if (opened === null) return refuse('not-signed')
  const { size, root } = opened.checkpoint
  if (oldSize > size) return refuse('old-size-beyond')
  if (oldSize !== known.size) return refuse('old-size-stale')
  if (size === known.size && !equalBytes(root, known.root)) return refuse('forked')
  if (!verifyConsistency(sha256, known, { size, root }, proof)) return refuse('not-proven')
  return { kind: 'cosign', head: { size, root }, text: opened.text }
}
