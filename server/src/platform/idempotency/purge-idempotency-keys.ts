import { DAY_MS, HOUR_MS } from '@huiying/shared/kernel'
import type { Clock } from '../clock/clock'
import { PollingWorker, type Round } from '../database/polling-worker'
import type { UnitOfWork } from '../database/unit-of-work'
import type { WorkLog } from '../database/work-log'
import { idempotencyKeysTable } from './idempotency-keys.table'

/** A phone gives up sending long before. */
const KEPT_MS = 7 * DAY_MS
/** Deleted in one transaction: others wait behind it on SQLite. */
const BATCH = 500
const PURGE_PAUSE_MS = 6 * HOUR_MS

/** Purges at the start and a few times a day. */
export function idempotencyKeyPurge(unitOfWork: UnitOfWork, clock: Clock, log: WorkLog): PollingWorker {
  const round = async (): Promise<Round> => {
    await purgeIdempotencyKeys(unitOfWork)
    return { didWork: true, nextDueAt: null }
  }
  return new PollingWorker({ name: 'idempotency keys', clock, log, maxSleepMs: PURGE_PAUSE_MS, round })
}

/** Forgets answers older than a week, and with them what they say of people. */
export async function purgeIdempotencyKeys(unitOfWork: UnitOfWork): Promise<void> {
  for (let found = BATCH; found === BATCH; ) {
    found = await unitOfWork.run(async (work) => {
      const old = await work.query<{ accountId: string; key: string }>(
        'SELECT account_id AS accountId, key_ AS `key` FROM idempotency_keys WHERE created_at < ? LIMIT ?',
        [work.now - KEPT_MS, BATCH],
      )
      for (const { accountId, key } of old) work.delete(idempotencyKeysTable, { accountId, key })
      return old.length
    })
  }
}
