import { DAY_MS, HOUR_MS } from '@huiying/shared/kernel'
import type { Clock } from '../../platform/clock/clock'
import { PollingWorker, type Round } from '../../platform/database/polling-worker'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { WorkLog } from '../../platform/database/work-log'
import { challengeTable } from './challenge.table'

/** A used one is in its signature; one that is gone is refused like one that is over. */
const KEPT_MS = DAY_MS
/** Deleted in one transaction: others wait behind it on SQLite. */
const BATCH = 500
const PURGE_PAUSE_MS = 6 * HOUR_MS

/** Purges at the start and a few times a day. */
export function challengePurge(unitOfWork: UnitOfWork, clock: Clock, log: WorkLog): PollingWorker {
  const round = async (): Promise<Round> => {
    await purgeChallenges(unitOfWork)
    return { didWork: true, nextDueAt: null }
  }
  return new PollingWorker({ name: 'signing challenges', clock, log, maxSleepMs: PURGE_PAUSE_MS, round })
}

/** Forgets challenges that were over a day ago. */
export async function purgeChallenges(unitOfWork: UnitOfWork): Promise<void> {
  for (let found = BATCH; found === BATCH; ) {
    found = await unitOfWork.run(async (work) => {
      const old = await work.query<{ readonly nonce: string }>(
        'SELECT nonce FROM signing_challenges WHERE expires_at < ? LIMIT ?',
        [work.now - KEPT_MS, BATCH],
      )
      for (const { nonce } of old) work.delete(challengeTable, { nonce })
      return old.length
    })
  }
}
