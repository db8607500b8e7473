import { daysOfMonth } from '@huiying/shared/calendar'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { publishMonth, SEAT_POST_KINDS, spanOfDays, type Month } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { postsInSubDistrictDuring } from '../identity/public'
import { leavesDuring } from './leaves-during'
import { keptSubDistrictOf } from './month-access'
import { RosterRepository } from './roster.repository'

export interface PublishInput {
  /** What the publisher had before his eyes; somebody may have changed it since. */
  readonly seenRevision: number
  readonly acceptHoles: boolean
}

/**
 * From now on the month is in force, and everybody sees it.
 * @throws request.not-found for whoever is no staff of a sub-district, roster.month-not-found, and what `publishMonth`
 * of `shared` does
 */
export class PublishMonth {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, month: Month, input: PublishInput): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const subDistrictId = keptSubDistrictOf(viewerLater(viewer, work.now))
      const roster = new RosterRepository(work, this.ids)
      const locked = await roster.lockMonthThere(subDistrictId, month)
      const clock = await roster.lockClock(subDistrictId)
      const days = daysOfMonth(month)
      const [first = '', last = ''] = [days[0], days.at(-1)]
      const draft = {
        month: locked,
        slots: await roster.slotsOfMonth(subDistrictId, month),
        posts: await postsInSubDistrictDuring(work, subDistrictId, SEAT_POST_KINDS, spanOfDays(first, last)),
        leaves: await leavesDuring(work, subDistrictId, first, last),
      }
      const { next, facts } = publishMonth(draft, { ...input, by: viewer.personId }, work.now)
      roster.publish(next, clock)
      work.record(viewer.personId, facts)
    })
  }
}
