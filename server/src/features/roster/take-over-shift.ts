import type { Viewer } from '@huiying/shared/identity'
import { takeOver, type GeoPoint } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { serviceCentreTable } from './book.table'
import { RosterRepository } from './roster.repository'
import { pointOf } from './service-centres'
import { slotTable } from './slot.table'
import { termsOn } from './terms-in-force'

const NO_CIRCLE = { locationCircleM: null }

/** 接班. `place` is where the phone says it is; it is compared and forgotten. @throws what `takeOver` does */
export class TakeOverShift {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, slotId: string, place: GeoPoint | null): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const personId = viewer.personId ?? ''
      const slot = await new RosterRepository(work, this.ids).slot(slotId)
      const terms = slot === null ? NO_CIRCLE : await termsOn(work, slot.subDistrictId, slot.on)
      const centre = slot === null ? null : await serviceCentreOf(work, slot.villageId)
      const { next, facts } = takeOver(slot, personId, work.now, place, centre, terms)
      work.update(slotTable, next, { expectedVersion: next.version })
      work.record(personId, facts)
    })
  }
}

async function serviceCentreOf(work: Work, villageId: string): Promise<GeoPoint | null> {
  const centre = await work.findOne(serviceCentreTable, { villageId })
  return centre === null ? null : pointOf(centre)
}
