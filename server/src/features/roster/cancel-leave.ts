import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { cancelLeave } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { leaveSubDistrictOf } from './leave-rights'
import { leaveTable } from './leave.table'

/** Called off by whoever might have entered it. Whoever took the shifts keeps them. @throws roster.leave-not-found */
export class CancelLeave {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, leaveId: string): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const leave = await work.findOne(leaveTable, { id: leaveId }, { lock: true })
      if (leave === null) throw new DomainError('roster.leave-not-found')
      const allowedIn = await leaveSubDistrictOf(work, viewerLater(viewer, work.now), leave.personId, work.now)
      if (allowedIn !== leave.subDistrictId) throw new DomainError('roster.leave-not-found')
      const { next, facts } = cancelLeave(leave, work.now)
      work.update(leaveTable, next)
      work.record(viewer.personId, facts)
    })
  }
}
