import { SECOND_MS, type EpochMs } from '@huiying/shared/kernel'
import {
  cosignNote, decideCosignature, formatNoteSignature, originOf, parseCosignatureRequest, parseUtf8,
  type CosignatureRefusal, type NoteKey,
} from '@huiying/shared/proof'
import { verifyEd25519, type Ed25519Pair } from '../platform/crypto/ed25519'
import { sha256 } from '../platform/crypto/sha-256'
import type { HeadFiles } from './head-files'
import type { TrustedLogs } from './trusted-logs'

export interface WitnessState {
  readonly key: NoteKey
  readonly pair: Ed25519Pair
  readonly trusted: TrustedLogs
  readonly heads: HeadFiles
}

export interface WitnessReply {
  readonly status: number
  readonly type: string
  readonly body: string
}

/**
 * Answers POST /add-checkpoint of C2SP tlog-witness. Reads, decides and writes without letting go in between, so that
 * of two requests that come together the later one meets what the earlier one left.
 */
export function addCheckpoint(state: WitnessState, body: Uint8Array, now: EpochMs): WitnessReply {
  const text = parseUtf8(body)
  const request = text === null ? null : parseCosignatureRequest(text)
  const origin = request === null ? null : originOf(request.signedCheckpoint)
  if (request === null || origin === null) return plain(400, 'not a request for a cosignature')
  const keys = state.trusted.keysOf(origin)
  if (keys.length === 0) return plain(404, 'this log is not known here')
  const last = state.heads.lastOf(origin)
  const decision = decideCosignature({ sha256, verify: verifyEd25519 }, { origin, keys, last }, request)
  if (decision.kind === 'refuse') {
    const { reason, lastSize } = decision
    if (reason === 'forked' || reason === 'not-proven') state.heads.keepEvidence(origin, request.signedCheckpoint)
    return refusal(reason, lastSize)
  }
  // Before the signature leaves: whoever is killed here has promised nothing yet, and takes the same head again.
  if (last?.size !== decision.head.size) state.heads.keep(origin, request.signedCheckpoint)
  const signature = cosignNote(state.pair.sign, state.key, decision.text, Math.floor(now / SECOND_MS))
  return plain(200, formatNoteSignature(signature))
}

function refusal(reason: CosignatureRefusal, lastSize: number): WitnessReply {
  switch (reason) {
    case 'unreadable':
    case 'old-size-beyond':
      return plain(400, reason)
    case 'other-log':
      return plain(404, reason)
    case 'not-signed':
      return plain(403, reason)
    case 'old-size-stale':
    case 'forked':
      return { status: 409, type: 'text/x.tlog.size', body: `${lastSize}\n` }
    case 'not-proven':
      return plain(422, reason)
  }
}

function plain(status: number, words: string): WitnessReply {
  return { status, type: 'text/plain; charset=utf-8', body: words.endsWith('\n') ? words : `${words}\n` }
}
