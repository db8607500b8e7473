import { DomainError } from '@huiying/shared/kernel'
import type { Viewer } from '@huiying/shared/identity'
import type { NoticePreferences } from '@huiying/shared/notifications'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { preferencesTable } from './subscription.table'

/** What a person wants by WeChat. @throws session.not-bound */
export class SetPreferences {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, wanted: NoticePreferences): Promise<null> {
    return this.unitOfWork.run(async (work) => {
      const { personId } = viewer
      if (personId === null) throw new DomainError('session.not-bound')
      const known = await work.findOne(preferencesTable, { personId }, { lock: true })
      const { answer, duty, supervision, roster, money } = wanted
      const row = { personId, answer, duty, supervision, roster, money }
      if (known === null) work.insert(preferencesTable, row)
      else work.update(preferencesTable, row)
      return null
    })
  }
}
