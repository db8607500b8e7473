import {
  formatCosignatureRequest, formatNoteSignature, parseSignedNote, verifyNote,
  type Digest, type NoteSignature,
} from '@huiying/shared/proof'
import type { WitnessConfig } from '../config/ledger-settings'
import { verifyEd25519 } from '../crypto/ed25519'

export interface WitnessQuestion {
  readonly oldSize: number
  readonly proof: readonly Digest[]
  /** The note with our signature. */
  readonly signedCheckpoint: string
}

/**
 * - `cosigned`: all that the witness knew is in it
 * - `knows-other-size`: ask again from there; larger than ours, it knows more of the log than we do
 * - `refused`: the head is not one that grew out of what it knew (`forked`), or it does not know us (`unknown-log`)
 * - `unreachable`: nothing is known; also for an answer that makes no sense
 */
export type WitnessAnswer =
  | { readonly kind: 'cosigned'; readonly signature: NoteSignature; readonly at: number }
  | { readonly kind: 'knows-other-size'; readonly size: number }
  | { readonly kind: 'refused'; readonly reason: 'forked' | 'unknown-log' }
  | { readonly kind: 'unreachable'; readonly fault: string }

export interface Witness {
  readonly config: WitnessConfig
  ask(question: WitnessQuestion): Promise<WitnessAnswer>
}

const PATIENCE_MS = 5_000
const LONGEST_ANSWER = 16_384

/** The network's side of C2SP tlog-witness. Never within a unit of work. */
export function createWitness(config: WitnessConfig): Witness {
  return {
    config,
    ask: async (question) => {
      try {
        const response = await fetch(`${config.url}/add-checkpoint`, {
          method: 'POST',
          body: formatCosignatureRequest(question),
          headers: { 'content-type': 'text/plain; charset=utf-8' },
          signal: AbortSignal.timeout(PATIENCE_MS),
        })
        const text = await response.text()
        return text.length > LONGEST_ANSWER ? unreachable('too long') : answerOf(config, question, response, text)
      } catch (error) {
        return unreachable(error instanceof Error ? error.name : 'unknown')
      }
    },
  }
}

function answerOf(config: WitnessConfig, question: WitnessQuestion, response: Response, text: string): WitnessAnswer {
  switch (response.status) {
    case 200:
      return cosigned(config, question, text)
    case 409: {
      const size = /^(?:0|[1-9]\d{0,15})\n$/.test(text) ? Number(text) : NaN
      // The size it was asked from: then it is the root that differs.
      if (size === question.oldSize) return { kind: 'refused', reason: 'forked' }
      return Number.isSafeInteger(size) ? { kind: 'knows-other-size', size } : unreachable('no size')
    }
    case 422:
      return { kind: 'refused', reason: 'forked' }
    case 403:
    case 404:
      return { kind: 'refused', reason: 'unknown-log' }
    default:
      return unreachable(`status ${response.status}`)
  }
}

/** Believed only with the witness's signature over exactly the head that was sent. */
function cosigned({ key }: WitnessConfig, { signedCheckpoint }: WitnessQuestion, text: string): WitnessAnswer {
  const note = parseSignedNote(signedCheckpoint)
  const answered = note && parseSignedNote(`${note.text}\n${text}`)
  const signature = answered?.signatures.find(({ keyName, keyId }) => keyName === key.name && keyId === key.id)
  if (!note || signature === undefined) return unreachable('no signature')
  const signers = verifyNote(verifyEd25519, [key], { text: note.text, signatures: [signature] })
  const at = signers?.[0]?.signedAtSeconds ?? null
  return at === null ? unreachable('a signature that does not hold') : { kind: 'cosigned', signature, at: at * 1000 }
}

function unreachable(fault: string): WitnessAnswer {
  return { kind: 'unreachable', fault }
}

/** The note with one signature more. */
export function withSignature(signedNote: string, signature: NoteSignature): string {
  return `${signedNote}${formatNoteSignature(signature)}`
}
