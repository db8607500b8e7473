import { isDigest, type Digest, type Sha256 } from './bytes'
import type { TreeNode } from './frontier'
import { nodeHash, type LeafRange } from './merkle-tree'

/** Where a complete subtree stands: over the leaves [index · 2^level, (index + 1) · 2^level). */
export type SubtreePlace = Pick<TreeNode, 'level' | 'index'>

/** The fewest complete subtrees that cover the range, left to right: two for each level at most. */
export function completeSubtrees({ from, to }: LeafRange): readonly SubtreePlace[] {
  const places: SubtreePlace[] = []
  for (let at = from; at < to; ) {
    let level = 0
    let span = 1
    while (at % (span * 2) === 0 && at + span * 2 <= to) {
      level += 1
      span *= 2
    }
    places.push({ level, index: at / span })
    at += span
  }
  return places
}

/**
 * The hash over a range that hangs together under one node of the tree, from its complete subtrees left to right. Only
 * the last branch of a log is not complete, and it leans to the right.
 */
export function joinSubtrees(sha256: Sha256, hashes: readonly Digest[]): Digest {
  if (hashes.length === 0) return sha256(new Uint8Array(0))
  return hashes.reduceRight((right, left) => nodeHash(sha256, left, right))
}

/** A log of which only the leaves [from, to) are at hand; of the rest the complete subtrees, left to right. */
export interface LogInParts {
  readonly from: number
  readonly to: number
  readonly size: number
  /** Of [0, from). */
  readonly left: readonly Digest[]
  readonly leaves: readonly Digest[]
  /** Of [to, size). */
  readonly right: readonly Digest[]
}

/**
 * The root that these parts lead to, to be compared with the one that was signed: if it is that, every leaf between is
 * what it was, at its place, and none is missing. Null, never an error, for parts that do not fit together.
 */
export function rootOfParts(sha256: Sha256, { from, to, size, left, leaves, right }: LogInParts): Digest | null {
  if (![from, to, size].every((one) => Number.isSafeInteger(one) && one >= 0) || from > to || to > size) return null
  const placesLeft = completeSubtrees({ from: 0, to: from })
  const placesRight = completeSubtrees({ from: to, to: size })
  const fits = placesLeft.length === left.length && placesRight.length === right.length && leaves.length === to - from
  if (!fits || ![...left, ...leaves, ...right].every(isDigest)) return null
  const places = [...placesLeft, ...leaves.map((_, at) => ({ level: 0, index: from + at })), ...placesRight]
  const hashes = [...left, ...leaves, ...right]
  const stack: TreeNode[] = []
  places.forEach((place, at) => push(sha256, stack, { ...place, hash: hashes[at] ?? new Uint8Array(0) }))
  return joinSubtrees(sha256, stack.map(({ hash }) => hash))
}

/** Siblings become their parent, as far up as that goes. */
function push(sha256: Sha256, stack: TreeNode[], added: TreeNode): void {
  let node = added
  for (let top = stack.at(-1); top !== undefined && isLeftOf(top, node); top = stack.at(-1)) {
    stack.pop()
    node = { level: node.level + 1, index: top.index / 2, hash: nodeHash(sha256, top.hash, node.hash) }
  }
  stack.push(node)
}

function isLeftOf(one: SubtreePlace, other: SubtreePlace): boolean {
  return one.level === other.level && one.index % 2 === 0 && one.index + 1 === other.index
}
