import type { DevicesAnswer, Viewer } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { accountsOf } from './public'
import { hashOfToken } from './session-token'

/** More than this nobody has; the oldest are still ended with all others. */
const SHOWN = 30

interface DeviceRow {
  readonly token_hash: string
  readonly id: string
  readonly browser: string | null
  readonly created_at: number
  readonly expires_at: number
}

/** Where the person is signed in: all accounts of his, as far as this mini-program knows them. */
export async function devicesOf(
  reads: Reads, appId: string, viewer: Viewer, token: string, at: EpochMs,
): Promise<DevicesAnswer> {
  const accounts = viewer.personId === null ? [] : await accountsOf(reads, viewer.personId)
  const ids = [...new Set([viewer.accountId, ...accounts.map(({ id }) => id)])]
  const rows = await reads.query<DeviceRow>(
    `SELECT s.token_hash, s.id, s.browser, s.created_at, s.expires_at FROM sessions s
     JOIN accounts a ON a.id = s.account_id AND a.app_id = ?
     WHERE s.account_id IN (${placeholders(ids.length)}) AND s.id IS NOT NULL AND s.revoked_at IS NULL AND s.expires_at > ?
     ORDER BY s.created_at DESC, s.id DESC LIMIT ?`,
    [appId, ...ids, at, SHOWN],
  )
  const mine = hashOfToken(token)
  return {
    devices: rows.map(({ token_hash, id, browser, created_at, expires_at }) => ({
      id, browser, signedInAt: Number(created_at), expiresAt: Number(expires_at), isThis: token_hash === mine,
    })),
  }
}
