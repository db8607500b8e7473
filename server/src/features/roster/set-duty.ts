import { leadsVillage, viewerLater, type SeatedPost, type Viewer } from '@huiying/shared/identity'
import { DomainError, type CalendarDate } from '@huiying/shared/kernel'
import { dutyDay, setDuty, type Sitting } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { PostRepository, postsAtVillage } from '../identity/public'
import { lockUnit, villageOf, type Village } from '../villages/public'

/**
 * The village says who sits on a day.
 * @throws identity.village-not-found, identity.date-invalid, identity.duty-not-cadre
 */
export class SetDuty {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, villageId: string, on: CalendarDate, personIds: readonly string[]): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const leads = leadsVillage(viewerLater(viewer, work.now), villageId)
      const village = leads ? await villageOf(work, villageId) : null
      if (village === null) throw new DomainError('identity.village-not-found')
      const day = dutyDay(on, work.now)
      await lockUnit(work, villageId)
      const posts = new PostRepository(work)
      const onDuty = await posts.within(villageId, 'on-duty', day.fromAt, day.toAt)
      const change = setDuty(day, personIds, await postsAtVillage(work, villageId, day.fromAt), onDuty)
      posts.drop(change.dropped)
      posts.end(change.ended)
      posts.add(...change.added.map((sitting) => this.postOf(village, sitting)))
      work.record(viewer.personId, [{ type: 'identity.duty-set', subjectId: villageId, on }])
    })
  }

  private postOf(village: Village, sitting: Sitting): SeatedPost {
    const { id: villageId, subDistrictId } = village
    return { id: this.ids.next(), kind: 'on-duty', unitId: villageId, charge: null, villageId, subDistrictId, ...sitting }
  }
}
