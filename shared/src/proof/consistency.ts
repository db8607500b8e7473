import { equalBytes, isDigest, type Digest, type Sha256 } from './bytes'
import { half, isOdd } from './inclusion'
import { nodeHash, requireSize, rootOfRange, splitOf, type LeafRange } from './merkle-tree'

/** How much a log held and the hash over it: all that a phone or a witness keeps of a book. */
export interface Head {
  readonly size: number
  readonly root: Digest
}

/**
 * The proof that the first `knownSize` leaves are what they were (RFC 9162 §2.1.4.1). Empty when nothing was known or
 * nothing has come.
 * @throws RangeError when more was known than there are
 */
export function consistencyProof(sha256: Sha256, leafHashes: readonly Digest[], knownSize: number): readonly Digest[] {
  return consistencyRanges(knownSize, leafHashes.length).map((range) => rootOfRange(sha256, leafHashes, range))
}

/**
 * Which leaves hang under each node of the proof; see `inclusionRanges`.
 * @throws RangeError
 */
export function consistencyRanges(knownSize: number, size: number): readonly LeafRange[] {
  if (requireSize(knownSize) > requireSize(size)) throw new RangeError(`${knownSize} known of ${size}`)
  if (knownSize === 0 || knownSize === size) return []
  const ranges: LeafRange[] = []
  let from = 0
  let to = size
  while (to !== knownSize) {
    const middle = from + splitOf(to - from)
    if (knownSize <= middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  // What was known is one whole node from the first leaf on: its hash is the known root, and need not be sent.
  if (from > 0) ranges.push({ from, to })
  return ranges.reverse()
}

/**
 * RFC 9162 §2.1.4.2, with the edges it leaves out: a log that was empty grows into any, without a proof; one that has
 * not grown keeps its root. False, never an error, whatever it is given.
 */
export function verifyConsistency(sha256: Sha256, known: Head, next: Head, proof: readonly Digest[]): boolean {
  if (![known, next].every(isHead) || !proof.every(isDigest) || next.size < known.size) return false
  if (known.size === next.size) return proof.length === 0 && equalBytes(known.root, next.root)
  if (known.size === 0) return proof.length === 0 && equalBytes(known.root, sha256(new Uint8Array(0)))
  const [seed, ...rest] = isPowerOfTwo(known.size) ? [known.root, ...proof] : proof
  if (seed === undefined) return false
  let at = known.size - 1
  let last = next.size - 1
  while (isOdd(at)) {
    at = half(at)
    last = half(last)
  }
  let before = seed
  let after = seed
  for (const sibling of rest) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      before = nodeHash(sha256, sibling, before)
      after = nodeHash(sha256, sibling, after)
      while (!isOdd(at) && at !== 0) {
        at = half(at)
        last = half(last)
      }
    } else after = nodeHash(sha256, after, sibling)
    at = half(at)
    last = half(last)
  }
  return last === 0 && equalBytes(before, known.root) && equalBytes(after, next.root)
}

function isHead({ size, root }: Head): boolean {
  return Number.isSafeInteger(size) && size >= 0 && isDigest(root)
}

function isPowerOfTwo(size: number): boolean {
  let power = 1
  while (power < size) power *= 2
  return power === size
}
