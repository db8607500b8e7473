import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { accountsOf } from './public'
import { sessionTable } from './session.table'

/** Ends one session of one's own, from another. @throws desk.device-not-found, also when it has ended by now */
export class RevokeDevice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, deviceId: string): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const session = await work.findOne(sessionTable, { id: deviceId }, { lock: true })
      const accounts = viewer.personId === null ? [] : await accountsOf(work, viewer.personId)
      const own = [viewer.accountId, ...accounts.map(({ id }) => id)]
      if (session === null || session.revokedAt !== null || !own.includes(session.accountId)) {
        throw new DomainError('desk.device-not-found')
      }
      work.update(sessionTable, { ...session, revokedAt: work.now })
      work.record(viewer.personId, [{ type: 'identity.device-revoked', subjectId: session.accountId }])
    })
  }
}
