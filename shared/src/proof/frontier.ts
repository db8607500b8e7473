import { isDigest, type Digest, type Sha256 } from './bytes'
import type { Head } from './consistency'
import { nodeHash, requireSize } from './merkle-tree'

/**
 * All that is needed to append to a log without reading it: the roots of its full subtrees, the largest first, one for
 * each binary one of the size. At most 53 digests, in practice a dozen.
 */
export interface Frontier {
  readonly size: number
  readonly peaks: readonly Digest[]
}

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] }

/** A complete subtree: the leaves [index · 2^level, (index + 1) · 2^level). It never changes any more. */
export interface TreeNode {
  /** 0: a leaf. */
  readonly level: number
  readonly index: number
  readonly hash: Digest
}

export interface Growth {
  readonly frontier: Frontier
  /** The leaf first, then every subtree that it completes, upwards; two a leaf on average. */
  readonly completed: readonly TreeNode[]
}

/** With one more leaf; O(log size). Whoever keeps what is completed can answer for any part of the log later. */
export function growFrontier(sha256: Sha256, frontier: Frontier, leafHash: Digest): Growth {
  const peaks = [...frontier.peaks]
  const completed: TreeNode[] = [{ level: 0, index: frontier.size, hash: leafHash }]
  let hash = leafHash
  // As in adding one to a binary number: every trailing one is carried.
  for (let rest = frontier.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = peaks.pop()
    if (left === undefined) throw new RangeError(`a log of ${frontier.size} has more peaks`)
    hash = nodeHash(sha256, left, hash)
    completed.push({ level: completed.length, index: (rest - 1) / 2, hash })
  }
  return { frontier: { size: frontier.size + 1, peaks: [...peaks, hash] }, completed }
}

/** With one more leaf; O(log size). */
export function appendLeaf(sha256: Sha256, frontier: Frontier, leafHash: Digest): Frontier {
  return growFrontier(sha256, frontier, leafHash).frontier
}

export function headOfFrontier(sha256: Sha256, { size, peaks }: Frontier): Head {
  if (peaks.length === 0) return { size, root: sha256(new Uint8Array(0)) }
  return { size, root: peaks.reduceRight((right, left) => nodeHash(sha256, left, right)) }
}

export function frontierOf(sha256: Sha256, leafHashes: readonly Digest[]): Frontier {
  return leafHashes.reduce((frontier, leaf) => appendLeaf(sha256, frontier, leaf), EMPTY_FRONTIER)
}

/**
 * A frontier as it was stored.
 * @throws RangeError when the peaks cannot belong to a log of this size
 */
export function restoreFrontier(size: number, peaks: readonly Digest[]): Frontier {
  const ones = requireSize(size).toString(2).replace(/0/g, '').length
  const fits = ones === peaks.length && peaks.every(isDigest)
  if (!fits) throw new RangeError(`${peaks.length} peaks for a log of ${size}`)
  return { size, peaks }
}
