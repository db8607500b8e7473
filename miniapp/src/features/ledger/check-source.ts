import {
  fetchConsistency, fetchEntry, fetchHead, fetchInclusion, fetchLeaves, fetchSubtrees,
} from './api'
import type { YearSource } from './proof/check-year'
import type { CheckSource } from './proof/run-check'

/** The server as one book's check asks it. */
export function checkSource(bookId: string): CheckSource & Omit<YearSource, 'breathe'> {
  return {
    head: () => fetchHead(bookId),
    consistency: (from, to) => fetchConsistency(bookId, from, to),
    entry: fetchEntry,
    inclusion: (position, size) => fetchInclusion(bookId, position, size),
    leaves: (from, to) => fetchLeaves(bookId, from, to),
    subtrees: (from, to, size) => fetchSubtrees(bookId, from, to, size),
  }
}
