import {
  completeSubtrees, consistencyRanges, inclusionRanges, joinSubtrees, parseHex,
  type Digest, type LeafRange, type SubtreePlace,
} from '@huiying/shared/proof'
import { sha256 } from '../../platform/crypto/sha-256'
import type { Reads } from '../../platform/database/reads'

/** How far a book's log has come: `root` in hex. A book without entries has none yet. */
export interface LogHead {
  readonly size: number
  readonly root: string
}

export async function logHeadOf(reads: Reads, bookId: string): Promise<LogHead | null> {
  const [row] = await reads.query<LogHead>('SELECT size, root FROM ledger_logs WHERE book_id = ?', [bookId])
  return row === undefined ? null : { size: Number(row.size), root: row.root }
}

/** The root of the log when it had this size, of at most 30 stored hashes. @throws MissingNode */
export async function rootAt(reads: Reads, bookId: string, size: number): Promise<Digest> {
  const [root] = await rangeHashes(reads, bookId, [{ from: 0, to: size }])
  return root ?? joinSubtrees(sha256, [])
}

/** That the entry stands at its position in the log of this size. @throws RangeError, MissingNode */
export function inclusionOf(reads: Reads, bookId: string, position: number, size: number): Promise<readonly Digest[]> {
  return rangeHashes(reads, bookId, inclusionRanges(position, size))
}

/** That the log of `from` entries is the beginning of the one of `to`. @throws RangeError, MissingNode */
export function consistencyOf(reads: Reads, bookId: string, from: number, to: number): Promise<readonly Digest[]> {
  return rangeHashes(reads, bookId, consistencyRanges(from, to))
}

/** The stored hashes of the complete subtrees of a range, left to right. @throws MissingNode */
export async function subtreesOf(reads: Reads, bookId: string, range: LeafRange): Promise<readonly Digest[]> {
  const places = completeSubtrees(range)
  const found = await nodesAt(reads, bookId, places)
  return places.map((place) => hashAt(found, bookId, place))
}

/** The stored leaf hashes [from, to) in hex, in their order. What is missing is left out. */
export async function leavesInRange(
  reads: Reads, bookId: string, from: number, to: number,
): Promise<readonly string[]> {
  const rows = await reads.query<{ hash: string }>(
    `SELECT hash FROM ledger_nodes WHERE book_id = ? AND level = 0 AND node_index >= ? AND node_index < ?
     ORDER BY node_index`,
    [bookId, from, to],
  )
  return rows.map(({ hash }) => hash)
}

/** A row of the log is not there although the log is long enough for it: somebody deleted it. */
export class MissingNode extends Error {
  constructor(bookId: string, { level, index }: SubtreePlace) {
    super(`the log of ${bookId} has no node ${level}/${index}`)
    this.name = 'MissingNode'
  }
}

async function rangeHashes(reads: Reads, bookId: string, ranges: readonly LeafRange[]): Promise<readonly Digest[]> {
  const parts = ranges.map(completeSubtrees)
  const found = await nodesAt(reads, bookId, parts.flat())
  return parts.map((places) => joinSubtrees(sha256, places.map((place) => hashAt(found, bookId, place))))
}

/** A proof in a log of a million leaves wants 40 at most. */
const PLACES_A_QUERY = 200

async function nodesAt(
  reads: Reads, bookId: string, places: readonly SubtreePlace[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (let from = 0; from < places.length; from += PLACES_A_QUERY) {
    const some = places.slice(from, from + PLACES_A_QUERY)
    const rows = await reads.query<{ level: number; index: number; hash: string }>(
      `SELECT level, node_index AS \`index\`, hash FROM ledger_nodes
       WHERE book_id = ? AND (${some.map(() => '(level = ? AND node_index = ?)').join(' OR ')})`,
      [bookId, ...some.flatMap(({ level, index }) => [level, index])],
    )
    for (const row of rows) found.set(keyOf(row), row.hash)
  }
  return found
}

function hashAt(found: ReadonlyMap<string, string>, bookId: string, place: SubtreePlace): Digest {
  const hash = parseHex(found.get(keyOf(place)) ?? '-')
  if (hash === null || hash.length !== 32) throw new MissingNode(bookId, place)
  return hash
}

function keyOf({ level, index }: SubtreePlace): string {
  return `${Number(level)}/${Number(index)}`
}
