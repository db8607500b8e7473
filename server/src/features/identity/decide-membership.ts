import {
  decideMembership, isSameName, JOINED_CODE_PREFIX, leadsVillage, viewerLater,
  type MembershipRequest, type Person, type SeatedPost, type Viewer,
} from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { villageOf } from '../villages/public'
import { accountTable } from './account.table'
import { membershipRequestTable } from './membership-request.table'
import { personTable } from './person.table'
import { postTable } from './post.table'

/**
 * The village says who belongs to it. Yes makes a resident: of the person on the register with that name and number, or
 * of a new one.
 * @throws identity.request-not-found, identity.request-decided
 */
export class DecideMembership {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, requestId: string, isApproved: boolean): Promise<{ readonly villageId: string }> {
    return this.unitOfWork.run(async (work) => {
      const request = await work.findOne(membershipRequestTable, { id: requestId }, { lock: true })
      const decider = viewerLater(viewer, work.now)
      if (request === null || viewer.personId === null || !leadsVillage(decider, request.villageId)) {
        throw new DomainError('identity.request-not-found')
      }
      const { next, facts } = decideMembership(request, viewer.personId, isApproved, work.now)
      const write = isApproved ? await this.admission(work, request) : () => undefined
      work.update(membershipRequestTable, next)
      write()
      work.record(viewer.personId, facts)
      return { villageId: request.villageId }
    })
  }

  /** Reads what is needed, and gives back what is to be written. */
  private async admission(work: Work, request: MembershipRequest): Promise<() => void> {
    const account = await work.findOne(accountTable, { id: request.accountId }, { lock: true })
    const village = await villageOf(work, request.villageId)
    if (account === null || village === null) throw new DomainError('identity.request-not-found')
    // The register may have been imported since, and the account bound by its phone.
    const known = account.personId ?? (await sameOnRegister(work, request))?.id ?? null
    const isResident = known !== null && (await this.isResident(work, known, village.id))
    const person = this.newPerson(work, request)
    const personId = known ?? person.id
    return () => {
      if (known === null) work.insert(personTable, person)
      if (!isResident) work.insert(postTable, this.residentPost(work, personId, village))
      if (account.personId !== null) return
      work.update(accountTable, { ...account, personId })
      work.record(personId, [{ type: 'identity.account-bound', subjectId: account.id, personId }])
    }
  }

  private async isResident(work: Work, personId: string, villageId: string): Promise<boolean> {
    const posts = await work.find(postTable, { personId, kind: 'resident', unitId: villageId })
    return posts.some(({ fromAt, toAt }) => fromAt <= work.now && (toAt === null || work.now < toAt))
  }

  private newPerson(work: Work, request: MembershipRequest): Person {
    const code = JOINED_CODE_PREFIX + request.id
    return { id: this.ids.next(), name: request.name, phone: request.phone, code, createdAt: work.now }
  }

  private residentPost(work: Work, personId: string, village: { id: string; subDistrictId: string }): SeatedPost {
    return {
      id: this.ids.next(), personId, kind: 'resident', unitId: village.id, charge: null, fromAt: work.now, toAt: null,
      villageId: village.id, subDistrictId: village.subDistrictId,
    }
  }
}

/** WeChat vouched for the number, so name and number together are the same person. */
async function sameOnRegister(work: Work, request: MembershipRequest): Promise<Person | null> {
  const people = await work.find(personTable, { phone: request.phone }, { orderBy: { createdAt: 'asc' } })
  return people.find(({ name }) => isSameName(name, request.name)) ?? null
}
