import { decideDesk, viewerLater, type Viewer } from '@huiying/shared/identity'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { deskSignInTable } from './desk-sign-in.table'

/** Yes or no to the browser whose code was typed. @throws desk.no-post, desk.over */
export class DecideDesk {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, signInId: string, isApproved: boolean): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const asking = await work.findOne(deskSignInTable, { id: signInId }, { lock: true })
      const decided = decideDesk(asking, viewerLater(viewer, work.now), isApproved, work.now)
      work.update(deskSignInTable, decided)
      const { browser } = decided
      const fact = { type: 'identity.desk-decided', subjectId: viewer.accountId, browser, approved: isApproved } as const
      work.record(viewer.personId, [fact])
    })
  }
}
