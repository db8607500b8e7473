import { equalBytes, type Digest, type Sha256 } from './bytes'
import { verifyConsistency, type Head } from './consistency'

/**
 * - `same`: nothing new
 * - `grown`: all that was known is still there, and more
 * - `shrunk`: fewer entries than were seen before. The book may come from a backup, or an old answer came late.
 * - `forked`: not shown to be the same book. Somebody changed what was known, or the proof is not one.
 */
export type HeadRelation = 'same' | 'grown' | 'forked' | 'shrunk'

/** How the head that one is shown stands to the head one remembers, of the same origin. Neither input is trusted. */
export function extendsHead(sha256: Sha256, known: Head, next: Head, proof: readonly Digest[]): HeadRelation {
  if (next.size < known.size) return 'shrunk'
  // A proof that nobody needs is passed over here; the two roots say it all.
  if (next.size === known.size) return equalBytes(known.root, next.root) ? 'same' : 'forked'
  return verifyConsistency(sha256, known, next, proof) ? 'grown' : 'forked'
}
