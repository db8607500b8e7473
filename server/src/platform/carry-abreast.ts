/** At a time: a batch is through long before its lease ends even if every call runs into its time limit. */
const ABREAST = 5

/**
 * Carries every job, a few at a time.
 * @throws what the first of them failed with, only after all beside it: a worker that stops waits for this, and nothing
 *   may still be on its way then
 */
export async function carryAbreast<Job>(jobs: readonly Job[], carry: (job: Job) => Promise<void>): Promise<void> {
  for (let first = 0; first < jobs.length; first += ABREAST) {
    const carried = await Promise.allSettled(jobs.slice(first, first + ABREAST).map(carry))
    for (const one of carried) if (one.status === 'rejected') throw one.reason
  }
}
