import { viewerLater, watchedSubDistrictOf, type Viewer } from '@huiying/shared/identity'
import { chinaDateOf, DomainError } from '@huiying/shared/kernel'
import { isAbsent, isHole, isMonth, monthOfDay, type RosterOrderBody } from '@huiying/shared/roster'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { takeOrderNumbers } from '../orders/public'
import { rosterOrderTable, type RosterOrder } from './order.table'
import { slotTable } from './slot.table'
import { visitsOwedIn } from './troubles.board'

/** Whom the order goes to. */
type Trouble = Pick<RosterOrder, 'villageId' | 'personId'>

/** Staff or a leader issues a supervision order about duty, in one series with those about grievances. */
export class IssueRosterOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /**
   * @throws session.forbidden for whoever watches no sub-district, and about oneself; roster.order-issued-already,
   *   roster.trouble-not-found for what is not there, is none any more, or is another sub-district's
   */
  execute(viewer: Viewer, { cause, subjectId }: RosterOrderBody): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const subDistrictId = watchedSubDistrictOf(viewerLater(viewer, work.now))
      const issuedBy = viewer.personId
      if (subDistrictId === null || issuedBy === null) throw new DomainError('session.forbidden')
      // First, so that of two who issue the same order at once the second finds the first's.
      const taken = await takeOrderNumbers(work, subDistrictId, 1)
      const [given] = taken.numbers
      const issued = await work.findOne(rosterOrderTable, { cause, about: subjectId })
      if (issued?.subDistrictId === subDistrictId) throw new DomainError('roster.order-issued-already')
      const trouble = await troubleOf(work, subDistrictId, { cause, subjectId })
      if (trouble === null || given === undefined) throw new DomainError('roster.trouble-not-found')
      if (trouble.personId === issuedBy) throw new DomainError('session.forbidden')
      const id = this.ids.next()
      taken.keep()
      work.insert(rosterOrderTable, {
        id, ...given, subDistrictId, ...trouble, cause, about: subjectId, issuedBy, issuedAt: work.now,
      })
      work.record(issuedBy, [{ type: 'roster.order-issued', subjectId: id, villageId: trouble.villageId, cause }])
    })
  }
}

async function troubleOf(
  work: Work,
  subDistrictId: string,
  { cause, subjectId }: RosterOrderBody,
): Promise<Trouble | null> {
  if (cause === 'visit-owed') return visitOf(work, subDistrictId, subjectId)
  const slot = await work.findOne(slotTable, { id: subjectId })
  if (slot === null || slot.subDistrictId !== subDistrictId || slot.publishedAt === null) return null
  const isPresent = cause === 'hole' ? isHole(slot, work.now) : isAbsent(slot, work.now)
  return isPresent ? { villageId: slot.villageId, personId: slot.personId } : null
}

/** Of this month or an earlier one: what is still to come nobody owes. */
async function visitOf(work: Work, subDistrictId: string, key: string): Promise<Trouble | null> {
  const month = key.slice(key.lastIndexOf(':') + 1)
  if (!isMonth(month) || month > monthOfDay(chinaDateOf(work.now))) return null
  const owed = await visitsOwedIn(work, subDistrictId, month, work.now)
  const visit = owed.find((one) => one.key === key)
  return visit === undefined ? null : { villageId: visit.villageId, personId: visit.personId }
}
