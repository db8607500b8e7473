import { concatBytes, type Digest, type Sha256 } from './bytes'

/** What RFC 6962 §2.1 (and RFC 9162 §2.1.1) hashes: an entry, told from an inner node by its first byte. */
export function leafHash(sha256: Sha256, entry: Uint8Array): Digest {
  return sha256(concatBytes(LEAF_PREFIX, entry))
}

export function nodeHash(sha256: Sha256, left: Digest, right: Digest): Digest {
  return sha256(concatBytes(NODE_PREFIX, left, right))
}

/** The root over the leaf hashes in the order of the log; of none, the hash of nothing. */
export function rootOf(sha256: Sha256, leafHashes: readonly Digest[]): Digest {
  return rootOfRange(sha256, leafHashes, { from: 0, to: leafHashes.length })
}

/** Leaves [from, to) that hang together under one node. */
export interface LeafRange {
  readonly from: number
  readonly to: number
}

export function rootOfRange(sha256: Sha256, leafHashes: readonly Digest[], { from, to }: LeafRange): Digest {
  if (to <= from) return sha256(new Uint8Array(0))
  if (to - from === 1) {
    const leaf = leafHashes[from]
    if (leaf === undefined) throw new RangeError(`no leaf ${from} among ${leafHashes.length}`)
    return leaf
  }
  const middle = from + splitOf(to - from)
  return nodeHash(
    sha256,
    rootOfRange(sha256, leafHashes, { from, to: middle }),
    rootOfRange(sha256, leafHashes, { from: middle, to }),
  )
}

/** How many of `size` ≥ 2 leaves hang on the left: the largest power of two below `size`. */
export function splitOf(size: number): number {
  let left = 1
  // Doubling, since shifts stop being right at 2^31.
  while (left * 2 < size) left *= 2
  return left
}

/** @throws RangeError */
export function requireSize(size: number): number {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`not a size of a log: ${size}`)
  return size
}

const LEAF_PREFIX = Uint8Array.of(0)
const NODE_PREFIX = Uint8Array.of(1)
