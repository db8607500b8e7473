import type { JournalEntry } from '@huiying/shared/facts'
import { CollectingWork } from './collecting-work'
import type { Work } from './work'

/**
 * Sends what the work has collected without committing, so that it may read again. For workers that do many small jobs
 * in one transaction; a use case reads first and never needs it.
 */
export async function settle(work: Work): Promise<void> {
  if (!(work instanceof CollectingWork)) throw new Error('only a work of the unit of work can settle')
  await work.settle()
}

/**
 * Takes from what the work has recorded so far, and settles: whoever takes it reacts to it here and now. What is left
 * goes into the outbox.
 */
export async function takeRecorded(
  work: Work,
  takes: (entry: JournalEntry) => boolean,
): Promise<readonly JournalEntry[]> {
  if (!(work instanceof CollectingWork)) throw new Error('only a work of the unit of work has recorded anything')
  await work.settle()
  return work.takeRecorded(takes)
}
