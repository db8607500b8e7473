import type { Viewer } from '@huiying/shared/identity'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { placeholders } from '../../platform/database/own-sql'
import { accountsOf } from './public'
import { hashOfToken } from './session-token'

/**
 * Ends every session of the person, on whatever phone, browser and WeChat account: for a phone that was lost. With a
 * token, all but that one.
 */
export class SignOutEverywhere {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, keptToken: string | null = null): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const accounts = viewer.personId === null ? [] : await accountsOf(work, viewer.personId)
      const ids = [...new Set([viewer.accountId, ...accounts.map(({ id }) => id)])]
      const kept = keptToken === null ? '' : hashOfToken(keptToken)
      work.write(
        `UPDATE sessions SET revoked_at = ?
         WHERE revoked_at IS NULL AND token_hash <> ? AND account_id IN (${placeholders(ids.length)})`,
        [work.now, kept, ...ids],
      )
      work.record(viewer.personId, [{ type: 'identity.sessions-revoked', subjectId: viewer.accountId }])
    })
  }
}
