import { checkKinship, mayKeepKinship, mayKeepKinships, type KinshipBody } from '@huiying/shared/expenses'
import { POST_UNIT_KINDS, viewerLater, type PostKind, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { personTags, postsOfPeopleDuring } from '../identity/public'
import { lockUnit, villageOf } from '../villages/public'
import { kinshipTable } from './ground.table'
import { relativesOf } from './signing-ground'

const EVERY_KIND = Object.keys(POST_UNIT_KINDS) as PostKind[]

/** Writes a line into the register of close relatives; from the next signature on it counts, both ways. */
export class AddKinship {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /**
   * @throws identity.village-not-found, also for all who do not keep it, expense.kinship-own, and what `checkKinship`
   *   does
   */
  execute(viewer: Viewer, villageId: string, { personId, relativeId, kind }: KinshipBody): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const village = await villageOf(work, villageId)
      const keeper = viewerLater(viewer, work.now)
      const isKeeper = village !== null && mayKeepKinships(keeper, { villageId, subDistrictId: village.subDistrictId })
      if (!isKeeper || keeper.personId === null) throw new DomainError('identity.village-not-found')
      mustNotBeOwn(keeper, { villageId, subDistrictId: village.subDistrictId }, { personId, relativeId })
      // The same line the other way round breaks no unique key: two that enter it at once meet here.
      await lockUnit(work, villageId)
      const two = [personId, relativeId]
      const known = await personTags(work, two, work.now)
      const during = { fromAt: work.now, toAt: work.now + 1 }
      const posts = await postsOfPeopleDuring(work, two, village.subDistrictId, EVERY_KIND, during)
      const ofVillage = posts.filter((post) => post.villageId === villageId).map((post) => post.personId)
      checkKinship({ personId, relativeId, kind }, {
        known: [...known.keys()], ofVillage, registered: await relativesOf(work, two),
      })
      const id = this.ids.next()
      work.insert(kinshipTable, {
        id, villageId, subDistrictId: village.subDistrictId, personId, relativeId, kind,
        recordedBy: keeper.personId, recordedAt: work.now,
      })
      const fact = { type: 'expense.kinship-set', subjectId: id, villageId, personId: keeper.personId } as const
      work.record(keeper.personId, [fact])
    })
  }
}

/** Strikes a line out. What was signed while it stood, or before it did, stays as it is. */
export class RemoveKinship {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The village of it. @throws expense.kinship-not-found, also for all who do not keep it, expense.kinship-own */
  execute(viewer: Viewer, kinshipId: string): Promise<string> {
    return this.unitOfWork.run(async (work) => {
      const line = await work.findOne(kinshipTable, { id: kinshipId }, { lock: true })
      const current = viewerLater(viewer, work.now)
      const { personId } = current
      if (line === null || personId === null || !mayKeepKinships(current, line)) {
        throw new DomainError('expense.kinship-not-found')
      }
      mustNotBeOwn(current, line, line)
      const { villageId } = line
      work.delete(kinshipTable, { id: kinshipId })
      work.record(personId, [{ type: 'expense.kinship-removed', subjectId: kinshipId, villageId, personId }])
      return villageId
    })
  }
}

/** @throws expense.kinship-own */
function mustNotBeOwn(...asked: Parameters<typeof mayKeepKinship>): void {
  if (!mayKeepKinship(...asked)) throw new DomainError('expense.kinship-own')
}
