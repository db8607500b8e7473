import { equalBytes, parseHex, shortFingerprint, verifyConsistency, type Digest, type Head } from '@huiying/shared/proof'
import { sha256 } from './phone-primitives'

/** What the sheet on the public board says: how many entries there were then, and their fingerprint. */
export interface WallSheet {
  readonly size: number
  /** The whole root in hex, from the code; or the twelve figures that people compare by eye. */
  readonly fingerprint: string
}

/** `null` where the address carries none, or none that can be one. */
export function parseWallSheet(size: string | undefined, fingerprint: string | undefined): WallSheet | null {
  if (size === undefined || fingerprint === undefined) return null
  const count = /^\d{1,15}$/.test(size) ? Number(size) : NaN
  const isOne = /^[0-9a-f]{64}$/.test(fingerprint) || /^\d{4}-\d{4}-\d{4}$/.test(fingerprint)
  return isOne && Number.isSafeInteger(count) && count > 0 ? { size: count, fingerprint } : null
}

/** Whether a root is the one on the wall, whole or by its figures. */
export function isOnWall(root: Digest, { fingerprint }: WallSheet): boolean {
  const whole = parseHex(fingerprint)
  return whole === null ? shortFingerprint(root) === fingerprint : equalBytes(root, whole)
}

/**
 * - `true`: what hangs on the wall is still in the book, unchanged
 * - `ahead`: the wall knows more entries than the book has now
 * - `different`: the book isn't the one on the wall
 */
export type WallVerdict = 'true' | 'ahead' | 'different'

/**
 * `then`: the book's first entries, as many as the sheet speaks of, as the server says they were; `proof` leads from
 * them to the signed head, so that it can't say one thing to the wall and another to the signature.
 */
export function checkWall(head: Head, sheet: WallSheet, then: Head, proof: readonly Digest[]): WallVerdict {
  if (sheet.size > head.size) return 'ahead'
  if (then.size !== sheet.size || !isOnWall(then.root, sheet)) return 'different'
  return verifyConsistency(sha256, then, head, proof) ? 'true' : 'different'
}
