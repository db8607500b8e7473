import { base64Of, parseBase64 } from './base64'
import { isDigest } from './bytes'
import type { CosignatureRequest } from './decide-cosignature'

/** C2SP tlog-witness allows no more; a log of 2^63 leaves needs none. */
export const PROOF_LINES_LIMIT = 63

/**
 * The body of POST …/add-checkpoint (C2SP tlog-witness): the old size, the proof, an empty line, the checkpoint.
 * @throws RangeError for what would not read back as the same request
 */
export function formatCosignatureRequest({ oldSize, proof, signedCheckpoint }: CosignatureRequest): string {
  const body = `old ${oldSize}\n${proof.map((hash) => `${base64Of(hash)}\n`).join('')}\n${signedCheckpoint}`
  if (parseCosignatureRequest(body)?.proof.length !== proof.length) throw new RangeError('no witness can be asked this')
  return body
}

/** Strict as to what comes before the checkpoint; that is for whoever opens it to judge. Null for anything else. */
export function parseCosignatureRequest(body: string): CosignatureRequest | null {
  const end = body.indexOf('\n\n')
  if (end < 0) return null
  const [first = '', ...lines] = body.slice(0, end).split('\n')
  const [, digits = ''] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? []
  const oldSize = digits === '' ? NaN : Number(digits)
  const proof = lines.flatMap((line) => parseBase64(line) ?? [])
  const isProof = lines.length <= PROOF_LINES_LIMIT && proof.length === lines.length && proof.every(isDigest)
  if (!Number.isSafeInteger(oldSize) || !isProof) return null
  return { oldSize, proof, signedCheckpoint: body.slice(end + 2) }
}
