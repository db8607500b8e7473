import type { Viewer } from '@huiying/shared/identity'
import type { TemplateKey } from '@huiying/shared/notifications'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { subscriptionTable } from './subscription.table'

/** The account accepted one more message of each of these templates in WeChat's own dialog. */
export class AcceptSubscriptions {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, accepted: readonly TemplateKey[]): Promise<null> {
    return this.unitOfWork.run(async (work) => {
      const { accountId } = viewer
      const held = await work.find(subscriptionTable, { accountId }, { lock: true })
      for (const templateKey of new Set(accepted)) {
        const known = held.find((one) => one.templateKey === templateKey)
        if (known === undefined) work.insert(subscriptionTable, { accountId, templateKey, remaining: 1 })
        else work.update(subscriptionTable, { ...known, remaining: known.remaining + 1 })
      }
      return null
    })
  }
}
