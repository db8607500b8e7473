import { belongsTo, holdsPost, viewerLater, watchesSubDistrict, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { lockUnit } from '../villages/public'
import { decisionTable } from './ground.table'

/**
 * Recorded by mistake: nothing new may rest on it, nor is what is being signed approved on it. What was approved before
 * stands, and shows that it was taken back.
 */
export class VoidDecision {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The village of it. @throws request.not-found, also for strangers, expense.only-accountant */
  execute(viewer: Viewer, decisionId: string): Promise<string> {
    return this.unitOfWork.run(async (work) => {
      const [place] = await work.query<{ readonly sub_district_id: string }>(
        'SELECT sub_district_id FROM village_decisions WHERE id = ?', [decisionId],
      )
      if (place === undefined) throw new DomainError('request.not-found')
      // Submissions that rest on it are judged behind this lock.
      await lockUnit(work, place.sub_district_id)
      const decision = await work.findOne(decisionTable, { id: decisionId }, { lock: true })
      const current = viewerLater(viewer, work.now)
      const { personId } = current
      if (decision === null || personId === null) throw new DomainError('request.not-found')
      const { villageId, subDistrictId } = decision
      const isHere = belongsTo(current, villageId) || watchesSubDistrict(current, subDistrictId)
      if (!isHere) throw new DomainError('request.not-found')
      if (!holdsPost(current, ['accountant'], { villageId })) throw new DomainError('expense.only-accountant')
      if (decision.voidedAt !== null) return villageId
      work.update(decisionTable, { ...decision, voidedAt: work.now })
      work.record(personId, [{ type: 'expense.decision-voided', subjectId: decisionId, villageId, personId }])
      return villageId
    })
  }
}
