import type { CanonicalObject } from './canonical-content'
import { currentRevision, liveSignatures, type ExpenseRequest } from './expense'
import { SLOTS } from './slots'

/**
 * What an expense was paid on: the digest of what was signed, and who signed it when, in which hand, as an object whose
 * digest becomes part of its entry's leaf. Thus the book proves the signatures too.
 */
export function approvalOf(request: Pick<ExpenseRequest, 'id' | 'revisions'>): CanonicalObject {
  const { number, digest } = currentRevision(request)
  const signed = [...liveSignatures(request)].sort((one, other) => SLOTS.indexOf(one.slot) - SLOTS.indexOf(other.slot))
  return {
    type: 'huiying.approval',
    format: 1,
    requestId: request.id,
    revision: number,
    digest,
    signatures: signed.map(({ slot, personId, at, level, strokes, nonce }) => ({
      slot, personId, at, level, strokes: strokes.sha256, nonce,
    })),
  }
}
