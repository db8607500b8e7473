import { canonicalEntry, type Entry } from '@huiying/shared/ledger'
import {
  canonicalBytes, EMPTY_FRONTIER, growFrontier, headOfFrontier, hexOf, leafHash, parseHex, restoreFrontier,
  type Frontier,
} from '@huiying/shared/proof'
import { sha256 } from '../../platform/crypto/sha-256'
import type { Work } from '../../platform/database/work'
import { logTable, nodeTable, type StoredLog } from './log.table'

/** The Merkle log of a book whose row is locked: its own row is locked last (handbook: expense → book → log). */
export interface LogInHand {
  /** How many entries are in it; the next one has this position. */
  readonly size: number
  /**
   * The entries become leaves, in the same transaction in which they are stored. May be called more than once.
   * @throws RangeError when a position is not the next one: two logs would grow out of one
   */
  append(entries: readonly Entry[]): void
}

/** Reads one row; a book that never had an entry has an empty log. @throws RangeError when the row was tampered with */
export async function logInHand(work: Work, bookId: string): Promise<LogInHand> {
  return logFrom(work, bookId, await work.findOne(logTable, { bookId }, { lock: true }))
}

/**
 * The same of a row that was read along with others, under the lock of the book: nobody appends without that.
 * @throws RangeError when the row was tampered with
 */
export function logFrom(work: Work, bookId: string, stored: StoredLog | null): LogInHand {
  let frontier = stored === null ? EMPTY_FRONTIER : frontierOf(stored)
  let isStored = stored !== null
  return {
    size: frontier.size,
    append: (entries) => {
      if (entries.length === 0) return
      const rows = []
      for (const entry of entries) {
        if (entry.bookId !== bookId || entry.position !== frontier.size) {
          throw new RangeError(`entry ${entry.position} cannot be leaf ${frontier.size} of the log of ${bookId}`)
        }
        const growth = growFrontier(sha256, frontier, leafOf(entry))
        frontier = growth.frontier
        for (const { level, index, hash } of growth.completed) rows.push({ bookId, level, index, hash: hexOf(hash) })
      }
      work.insert(nodeTable, ...rows)
      const row = rowOf(bookId, frontier)
      if (isStored) work.update(logTable, row)
      else work.insert(logTable, row)
      isStored = true
    },
  }
}

/** The hash that an entry has in the log of its book. */
export function leafOf(entry: Entry): Uint8Array {
  return leafHash(sha256, canonicalBytes(canonicalEntry(entry)))
}

function frontierOf({ size, frontier, bookId }: StoredLog): Frontier {
  const peaks = frontier.map(parseHex)
  if (peaks.includes(null)) throw new RangeError(`the log of ${bookId} holds what is no hash`)
  return restoreFrontier(size, peaks as readonly Uint8Array[])
}

function rowOf(bookId: string, frontier: Frontier): StoredLog {
  const { size, root } = headOfFrontier(sha256, frontier)
  return { bookId, size, frontier: frontier.peaks.map(hexOf), root: hexOf(root) }
}
