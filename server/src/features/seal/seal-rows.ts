import type { SealRequest, SealRevision, SealSignature, SealUse } from '@huiying/shared/seal'
import type { StoredSeal, StoredSealRevision, StoredSealSignature } from './seal.table'

export function storedSeal({ revisions: _revisions, uses: _uses, ...seal }: SealRequest): StoredSeal {
  return seal
}

export function storedRevision(
  requestId: string,
  { signatures: _signatures, ...revision }: SealRevision,
): StoredSealRevision {
  return { requestId, ...revision }
}

export function storedSignature(requestId: string, { strokes, ...signature }: SealSignature): StoredSealSignature {
  return { ...signature, requestId, drawingId: strokes.fileId, drawingSha256: strokes.sha256 }
}

/** The rows may be of several requests. @param revisions in the order of their numbers @param uses of their times */
export function sealFrom(
  stored: StoredSeal,
  revisions: readonly StoredSealRevision[],
  signatures: readonly StoredSealSignature[],
  uses: readonly SealUse[],
): SealRequest {
  const { id } = stored
  return {
    ...stored,
    revisions: revisions.filter(({ requestId }) => requestId === id).map(({ requestId: _request, ...revision }) => ({
      ...revision,
      signatures: signatures
        .filter((one) => one.requestId === id && one.revision === revision.number)
        .map(signatureFrom),
    })),
    uses: uses.filter(({ requestId }) => requestId === id),
  }
}

function signatureFrom(stored: StoredSealSignature): SealSignature {
  const { requestId: _request, drawingId, drawingSha256, ...signature } = stored
  return { ...signature, strokes: { fileId: drawingId, sha256: drawingSha256 } }
}
