import { requestMembership, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { villageOf } from '../villages/public'
import { accountTable } from './account.table'
import { membershipRequestTable } from './membership-request.table'

export interface MembershipInput {
  readonly villageId: string
  readonly name: string
  readonly note: string
}

/** @throws identity.village-not-found, and what `requestMembership` of shared throws */
export class RequestMembership {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, input: MembershipInput): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      // The lock makes the second of two taps wait, and then see the first one's request.
      const account = await work.findOne(accountTable, { id: viewer.accountId }, { lock: true })
      if (account === null) throw new DomainError('session.expired')
      const waiting = await work.findOne(membershipRequestTable, { accountId: account.id, status: 'waiting' })
      const claim = { ...input, requestId: this.ids.next() }
      const { next, facts } = requestMembership(account, waiting !== null, claim, work.now)
      if ((await villageOf(work, input.villageId)) === null) throw new DomainError('identity.village-not-found')
      work.insert(membershipRequestTable, next)
      work.record(account.personId, facts)
    })
  }
}
