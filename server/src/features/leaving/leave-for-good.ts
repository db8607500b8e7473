import { requireMayLeave, viewerLater, type Viewer } from '@huiying/shared/identity'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import { hasSignedExpense } from '../expenses/public'
import { personToForget } from '../identity/public'
import { hasPosted } from '../ledger/public'
import { hasSignedForSeal } from '../seal/public'

/**
 * An account is deleted: the person is anonymised, the record stays, and the clocks of what he raised go on. Who signed
 * for the village's money or posted it keeps his name on those papers: accounting records are kept for thirty years.
 * @throws identity.holds-office
 */
export class LeaveForGood {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(asked: Viewer): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const viewer = viewerLater(asked, work.now)
      requireMayLeave(viewer)
      const forget = await personToForget(work, viewer)
      const keepsName = viewer.personId !== null && (await standsOnPapers(work, viewer.personId))
      forget(keepsName)
      work.record(null, [{ type: 'identity.left', subjectId: viewer.accountId }])
    })
  }
}

async function standsOnPapers(work: Work, personId: string): Promise<boolean> {
  if (await hasSignedExpense(work, personId)) return true
  return (await hasSignedForSeal(work, personId)) || (await hasPosted(work, personId))
}
