import { checkDecision, type DecisionBody } from '@huiying/shared/expenses'
import { belongsTo, holdsPost, viewerLater, watchesSubDistrict, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { claimFiles } from '../files/public'
import { villageOf } from '../villages/public'
import { decisionTable } from './ground.table'

/** What the village has decided elsewhere is written down by the accountant, with photos of the minutes. */
export class RecordDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /** @throws identity.village-not-found, expense.only-accountant, expense.decision-invalid, file.not-found */
  execute(viewer: Viewer, villageId: string, given: DecisionBody): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const village = await villageOf(work, villageId)
      const current = viewerLater(viewer, work.now)
      const { accountId, personId } = current
      const isHere = village !== null
        && (belongsTo(current, villageId) || watchesSubDistrict(current, village.subDistrictId))
      if (!isHere || personId === null) throw new DomainError('identity.village-not-found')
      if (!holdsPost(current, ['accountant'], { villageId })) throw new DomainError('expense.only-accountant')
      const { photoIds, ...decision } = checkDecision(given, work.now)
      const id = this.ids.next()
      await claimFiles(work, { accountId, subjectId: id, photoIds, voiceId: null })
      work.insert(decisionTable, {
        ...decision, id, villageId, subDistrictId: village.subDistrictId, fileIds: photoIds,
        recordedBy: personId, recordedAt: work.now, voidedAt: null,
      })
      work.record(personId, [{ type: 'expense.decision-recorded', subjectId: id, villageId, personId }])
    })
  }
}
