import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { isMonthOver, type Month, type RosterFact } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { keptSubDistrictOf } from './month-access'
import { RosterRepository } from './roster.repository'

export interface PublishInput {
  /** What the publisher had before his eyes; somebody may have changed it since. */
  readonly seenRevision: number
  readonly acceptHoles: boolean
}

/**
 * From now on the month is in force, and everybody sees it. A shift that runs begins with this instant, so that nobody
 * was absent before he could know; what ended before it is dropped.
 * @throws request.not-found for whoever is no staff of a sub-district, roster.month-not-found, roster.month-published,
 * roster.month-over, roster.revision-changed, roster.has-holes
 */
export class PublishMonth {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, month: Month, { seenRevision, acceptHoles }: PublishInput): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const subDistrictId = keptSubDistrictOf(viewerLater(viewer, work.now))
      const roster = new RosterRepository(work, this.ids)
      const draft = await roster.lockMonthThere(subDistrictId, month)
      if (draft.publishedAt !== null) throw new DomainError('roster.month-published')
      if (isMonthOver(month, draft.terms, work.now)) throw new DomainError('roster.month-over')
      if (draft.revision !== seenRevision) throw new DomainError('roster.revision-changed', { revision: draft.revision })
      const clock = await roster.lockClock(subDistrictId)
      const slots = (await roster.slotsOfMonth(subDistrictId, month)).filter(({ toAt }) => toAt > work.now)
      const holesOf = new Map(slots.map(({ villageId }) => [villageId, 0]))
      for (const { villageId, personId } of slots) {
        if (personId === null) holesOf.set(villageId, (holesOf.get(villageId) ?? 0) + 1)
      }
      const holes = [...holesOf.values()].reduce((sum, count) => sum + count, 0)
      if (holes > 0 && !acceptHoles) throw new DomainError('roster.has-holes', { holes })
      roster.publish(draft, clock, slots, viewer.personId)
      work.record(viewer.personId, [
        { type: 'roster.month-published', subjectId: subDistrictId, month, holes },
        ...[...holesOf].map(([subjectId, count]): RosterFact =>
          ({ type: 'roster.village-published', subjectId, month, holes: count })),
      ])
    })
  }
}
