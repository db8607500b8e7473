import { DAY_MS } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../database/unit-of-work'
import { idempotencyKeysTable } from './idempotency-keys.table'

/** A phone gives up sending long before. */
const KEPT_MS = 7 * DAY_MS
/** Deleted in one transaction: others wait behind it on SQLite. */
const BATCH = 500

/** Forgets answers older than a week, and with them what they say of people. To be run at the start and once a day. */
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
