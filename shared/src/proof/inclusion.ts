import { equalBytes, isDigest, type Digest, type Sha256 } from './bytes'
import { nodeHash, requireSize, rootOfRange, splitOf, type LeafRange } from './merkle-tree'

/**
 * The proof that leaf `index` is among these leaves (RFC 9162 §2.1.3.1), from the leaf upwards.
 * @throws RangeError when there is no such leaf
 */
export function inclusionProof(sha256: Sha256, leafHashes: readonly Digest[], index: number): readonly Digest[] {
  return inclusionRanges(index, leafHashes.length).map((range) => rootOfRange(sha256, leafHashes, range))
}

/**
 * Which leaves hang under each node of the proof, so that who keeps the nodes of a large log need not read all leaves.
 * @throws RangeError when there is no such leaf
 */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  if (!isIndex(index, requireSize(size))) throw new RangeError(`no leaf ${index} among ${size}`)
  const ranges: LeafRange[] = []
  let from = 0
  let to = size
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (index < middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  return ranges.reverse()
}

/** What somebody claims: the leaf stands at `index` of the log that has this size and root. */
export interface InclusionClaim {
  readonly leafHash: Digest
  readonly index: number
  readonly size: number
  readonly root: Digest
}

/** RFC 9162 §2.1.3.2. False, never an error, whatever it is given: it all comes from the one who is being checked. */
export function verifyInclusion(sha256: Sha256, claim: InclusionClaim, proof: readonly Digest[]): boolean {
  const { leafHash, index, size, root } = claim
  if (!isIndex(index, size) || ![leafHash, root, ...proof].every(isDigest)) return false
  let at = index
  let last = size - 1
  let hash = leafHash
  for (const sibling of proof) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      hash = nodeHash(sha256, sibling, hash)
      // The right edge of an uneven tree skips the levels at which it has no sibling.
      while (!isOdd(at) && at !== 0) {
        at = half(at)
        last = half(last)
      }
    } else hash = nodeHash(sha256, hash, sibling)
    at = half(at)
    last = half(last)
  }
  return last === 0 && equalBytes(hash, root)
}

export function isOdd(value: number): boolean {
  return value % 2 === 1
}

export function half(value: number): number {
  return Math.floor(value / 2)
}

function isIndex(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size
}
