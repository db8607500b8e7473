import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { keepsRoster, VILLAGE_MARKS, type VillageMark } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { lockUnit, villageOf } from '../villages/public'
import { markTable } from './book.table'

/**
 * Why leaders are to visit the village; the months made from now on go by it. Residents never see it.
 * @returns what is marked now
 * @throws identity.village-not-found for whoever is no staff of its sub-district
 */
export class SetMarks {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, villageId: string, wanted: readonly VillageMark[]): Promise<readonly VillageMark[]> {
    return this.unitOfWork.run(async (work) => {
      const village = await villageOf(work, villageId)
      if (village === null || !keepsRoster(viewerLater(viewer, work.now), village.subDistrictId)) {
        throw new DomainError('identity.village-not-found')
      }
      await lockUnit(work, villageId)
      const standing = await work.find(markTable, { villageId })
      const marks = VILLAGE_MARKS.filter((mark) => wanted.includes(mark))
      const gone = standing.filter(({ mark }) => !marks.includes(mark))
      const added = marks.filter((mark) => !standing.some((one) => one.mark === mark))
      if (gone.length + added.length === 0) return marks
      for (const { mark } of gone) work.delete(markTable, { villageId, mark })
      work.insert(markTable, ...added.map((mark) => ({
        villageId, mark, subDistrictId: village.subDistrictId, setBy: viewer.personId ?? '', setAt: work.now,
      })))
      work.record(viewer.personId, [{ type: 'roster.marks-set', subjectId: villageId }])
      return marks
    })
  }
}
