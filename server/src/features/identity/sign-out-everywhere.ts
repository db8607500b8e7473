import type { Viewer } from '@huiying/shared/identity'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { placeholders } from '../../platform/database/own-sql'
import { accountsOf } from './public'

/** Ends every session of the person, on whatever phone and WeChat account: for a phone that was lost. */
export class SignOutEverywhere {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const accounts = viewer.personId === null ? [] : await accountsOf(work, viewer.personId)
      const ids = [...new Set([viewer.accountId, ...accounts.map(({ id }) => id)])]
      work.write(
        `UPDATE sessions SET revoked_at = ? WHERE revoked_at IS NULL AND account_id IN (${placeholders(ids.length)})`,
        [work.now, ...ids],
      )
      work.record(viewer.personId, [{ type: 'identity.sessions-revoked', subjectId: viewer.accountId }])
    })
  }
}
