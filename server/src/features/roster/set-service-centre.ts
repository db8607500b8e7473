import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { checkServiceCentre, editsVillageRoster, type GeoPoint } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { lockUnit, villageOf } from '../villages/public'
import { serviceCentreTable } from './book.table'
import { microOf } from './service-centres'

/**
 * Where the village's service centre stands, for the location circle; `null`: taken away, and with it all asking.
 * @throws identity.village-not-found for whoever is neither staff of its sub-district nor a lead of it,
 * roster.centre-invalid
 */
export class SetServiceCentre {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, villageId: string, point: GeoPoint | null): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const village = await villageOf(work, villageId)
      const place = village === null ? null : { villageId, subDistrictId: village.subDistrictId }
      if (place === null || !editsVillageRoster(viewerLater(viewer, work.now), place)) {
        throw new DomainError('identity.village-not-found')
      }
      if (point !== null) checkServiceCentre(point)
      await lockUnit(work, villageId)
      const standing = await work.findOne(serviceCentreTable, { villageId })
      if (point === null) {
        if (standing === null) return
        work.delete(serviceCentreTable, { villageId })
      } else {
        const centre = { villageId, ...microOf(point), setBy: viewer.personId ?? '', setAt: work.now }
        if (standing === null) work.insert(serviceCentreTable, centre)
        else work.update(serviceCentreTable, centre)
      }
      work.record(viewer.personId, [{ type: 'roster.centre-set', subjectId: villageId }])
    })
  }
}
