import { equalBytes, hexOf, rootOfParts, type Digest, type Head } from '@huiying/shared/proof'
import type { CanonicalEntry, LeavesAnswer, SubtreesAnswer } from '@huiying/shared/ledger'
import { leafOf } from './check-entry'
import { parseDigests } from './digests'
import { sha256 } from './phone-primitives'

/** What the check asks of the server, and of the screen. */
export interface YearSource {
  leaves(from: number, to: number): Promise<LeavesAnswer>
  subtrees(from: number, to: number, size: number): Promise<SubtreesAnswer>
  /** Lets the screen draw between two pages. */
  breathe(done: number, of: number): Promise<void>
}

export interface Positions {
  readonly from: number
  readonly to: number
}

/**
 * - `true`: all of them, in this order, are what was signed
 * - `changed`: these entries are not what the log noted when they were posted
 * - `not-the-signed`: each fits its own note, but together they are not what was signed: the notes were changed too
 * - `unreadable`: the server didn't give what it was asked for
 */
export type YearVerdict =
  | { readonly kind: 'true'; readonly count: number }
  | { readonly kind: 'changed'; readonly entries: readonly CanonicalEntry[] }
  | { readonly kind: 'not-the-signed' }
  | { readonly kind: 'unreadable' }

/** As many as one answer of `leaves` holds. */
export const PAGE_SIZE = 200

/** More names help nobody: then the whole book is to be looked into. */
const NAMED_LIMIT = 20

/**
 * Counts up entries [from, to) of a signed book from their own bytes; what lies left and right of them comes as
 * hashes. Nothing the server says is believed: the root at the end has to be the signed one.
 */
export async function checkYear(head: Head, { from, to }: Positions, source: YearSource): Promise<YearVerdict> {
  if (to > head.size || from > to) return { kind: 'unreadable' }
  const around = await source.subtrees(from, to, head.size)
  const [left, right] = [parseDigests(around.left), parseDigests(around.right)]
  if (left === null || right === null) return { kind: 'unreadable' }
  const leaves: Digest[] = []
  const changed: CanonicalEntry[] = []
  for (let at = from; at < to; at += PAGE_SIZE) {
    const end = Math.min(at + PAGE_SIZE, to)
    const page = await source.leaves(at, end)
    if (page.entries.length !== end - at || page.leaves.length !== end - at) return { kind: 'unreadable' }
    for (const [index, entry] of page.entries.entries()) {
      const leaf = leafOf(entry)
      const isTrue = leaf !== null && entry.position === at + index && hexOf(leaf) === page.leaves[index]
      if (leaf !== null) leaves.push(leaf)
      if (!isTrue) changed.push(entry)
    }
    await source.breathe(end - from, to - from)
  }
  if (changed.length > 0) return { kind: 'changed', entries: changed.slice(0, NAMED_LIMIT) }
  const root = rootOfParts(sha256, { from, to, size: head.size, left, leaves, right })
  if (root === null) return { kind: 'unreadable' }
  return equalBytes(root, head.root) ? { kind: 'true', count: to - from } : { kind: 'not-the-signed' }
}
