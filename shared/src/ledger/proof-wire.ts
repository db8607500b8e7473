import type { CanonicalEntry } from './canonical-entry'
import type { HeadView } from './wire'

// The proof. Hashes are lower-case hex of SHA-256.

/** GET /api/books/:bookId/head — the newest signed head. */
export interface HeadAnswer {
  readonly head: HeadView | null
  /** C2SP signed note with all its signatures. */
  readonly note: string | null
  /** Note keys ("name+hash+base64") of the book's signer and of the witness; `null`: there is none. */
  readonly keys: { readonly signer: string; readonly witness: string | null }
}
/** GET /api/books/:bookId/proofs/inclusion?position=&size= */
export interface InclusionAnswer {
  readonly position: number
  readonly size: number
  readonly hashes: readonly string[]
}
/** GET /api/books/:bookId/proofs/consistency?from=&to= */
export interface ConsistencyAnswer {
  readonly from: number
  readonly to: number
  readonly hashes: readonly string[]
}
/**
 * GET /api/books/:bookId/leaves?from=&to= — entries [from, to) with the leaf hashes the log has, ≤ 200 a call. The
 * hashes of what lies left and right of a longer range come from GET …/subtrees?from=&to=&size=.
 */
export interface LeavesAnswer {
  readonly from: number
  readonly to: number
  readonly entries: readonly CanonicalEntry[]
  readonly leaves: readonly string[]
}
/**
 * The complete subtrees of [0, from) and of [to, size), left to right: with the leaves between them they give the
 * root.
 */
export interface SubtreesAnswer {
  readonly left: readonly string[]
  readonly right: readonly string[]
}
/** GET /api/books/:bookId/years/:year — the positions posted in a year (China), for "核对一整年". */
export interface YearRangeAnswer {
  readonly from: number
  readonly to: number
}
// GET /api/books/:bookId/export — JSON lines for `audit-book`: a line about the book with its note and keys, then one
// canonical entry a line, after each page of them `{"leaves":[…]}` as the log holds them, then `{"end":N}`.
