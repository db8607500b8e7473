import { DomainError } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { openSession, type OpenedSession } from './open-session'
import { personTable } from './person.table'

/** Signs in as anybody, without a question. Only the demo has a route to it. @throws identity.person-not-found */
export class SignInAsDemoPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly settings: { readonly appId: string; readonly sessionLifeMs: number },
  ) {}

  execute(personId: string): Promise<OpenedSession> {
    const { appId, sessionLifeMs } = this.settings
    return this.unitOfWork.run(async (work) => {
      const person = await work.findOne(personTable, { id: personId })
      if (person === null) throw new DomainError('identity.person-not-found')
      // The app id is the stand-in's, so that messages to this account have somewhere to go.
      const identity = { appId, openId: `demo-${person.id}`, unionId: null }
      return openSession(work, this.ids, identity, sessionLifeMs, { personId: person.id, phone: person.phone })
    })
  }
}
