import type { JournalEntry } from '@huiying/shared/facts'
import { collecting } from './collecting-work'
import type { Work } from './work'

/**
 * Sends what the work has collected without committing, so that it may read again. For workers that do many small jobs
 * in one transaction; a use case reads first and never needs it.
 */
export async function settle(work: Work): Promise<void> {
  await collecting(work).settle()
}

/**
 * Takes from what the work has recorded so far, and settles: whoever takes it reacts to it here and now. What is left
 * goes into the outbox.
 */
export async function takeRecorded(
  work: Work,
  takes: (entry: JournalEntry) => boolean,
): Promise<readonly JournalEntry[]> {
  const own = collecting(work)
  await own.settle()
  return own.takeRecorded(takes)
}
