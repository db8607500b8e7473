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
