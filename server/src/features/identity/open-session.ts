import type { Account, Session } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { accountTable } from './account.table'
import { sessionTable } from './session.table'
import { hashOfToken, newSessionToken } from './session-token'

/** Who signs in, as WeChat (or the demo) tells it. */
export interface SignInIdentity {
  readonly appId: string
  readonly openId: string
  readonly unionId: string | null
}

export interface OpenedSession {
  readonly token: string
  readonly expiresAt: EpochMs
  readonly accountId: string
}

/** What is known of an account that is seen for the first time. */
export type FirstKnown = Pick<Account, 'personId' | 'phone'>

/** Finds or makes the account and opens a session on it. */
export async function openSession(
  work: Work,
  ids: Ids,
  identity: SignInIdentity,
  sessionLifeMs: number,
  firstKnown: FirstKnown = { personId: null, phone: null },
): Promise<OpenedSession> {
  const found = await work.findOne(accountTable, { appId: identity.appId, openId: identity.openId })
  const account = found ?? { id: ids.next(), ...identity, ...firstKnown, createdAt: work.now }
  if (found === null) {
    work.insert(accountTable, account)
    work.record(account.personId, [{ type: 'identity.account-created', subjectId: account.id }])
  } else if (identity.unionId !== null && found.unionId !== identity.unionId) {
    // A mini-program may be joined to an Open Platform account later on.
    work.write('UPDATE accounts SET union_id = ? WHERE id = ?', [identity.unionId, found.id])
  }
  return startSession(work, ids, account.id, sessionLifeMs)
}

/** A session on an account that is there; those of it that are over are cleared away. `browser` null: a phone. */
export function startSession(
  work: Work,
  ids: Ids,
  accountId: string,
  lifeMs: number,
  browser: string | null = null,
): OpenedSession {
  work.write('DELETE FROM sessions WHERE account_id = ? AND expires_at <= ?', [accountId, work.now])
  const token = newSessionToken()
  const session: Session = {
    tokenHash: hashOfToken(token),
    id: ids.next(),
    browser,
    accountId,
    createdAt: work.now,
    expiresAt: work.now + lifeMs,
    revokedAt: null,
  }
  work.insert(sessionTable, session)
  return { token, expiresAt: session.expiresAt, accountId }
}
