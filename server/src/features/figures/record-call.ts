import { recordCall, type Call } from '@huiying/shared/figures'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { callbackInHand } from './callback-in-hand'
import { callbackTable } from './callback.table'

/**
 * What a call to a drawn resident brought. @throws figures.callback-not-found, figures.callback-over, figures.own-work,
 * figures.words-too-long
 */
export class RecordCall {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, ticketId: string, call: Call): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const { ticket, callback } = await callbackInHand(work, ticketId)
      const { next, facts } = recordCall(viewerLater(viewer, work.now), ticket, callback, call, work.now)
      work.update(callbackTable, next, { expectedVersion: callback.version })
      work.record(viewer.personId, facts)
    })
  }
}
