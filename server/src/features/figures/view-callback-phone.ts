import { requireCaller } from '@huiying/shared/figures'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { ReadDatabase } from '../../platform/database/read-database'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { phoneOf } from '../identity/public'
import { recordPhoneLook } from '../tickets/public'
import { callbackInHand } from './callback-in-hand'

/** What the reporter reads beside the look. */
const REASON = '抽中回访'

/**
 * The number to call the drawn resident at, or the person he spoke for. On record, and the reporter sees who looked.
 * @throws figures.callback-not-found, figures.callback-over, figures.own-work, ticket.phone-unknown
 */
export class ViewCallbackPhone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
  ) {}

  async execute(viewer: Viewer, ticketId: string): Promise<{ readonly phone: string }> {
    const ticket = await this.unitOfWork.run(async (work) => {
      const found = await callbackInHand(work, ticketId)
      const caller = viewerLater(viewer, work.now)
      requireCaller(caller, found.ticket, found.callback)
      if (caller.personId !== null) {
        recordPhoneLook(work, ticketId, caller.personId, REASON)
      }
      return found.ticket
    })
    const phone = ticket.onBehalfOf?.phone ?? (await phoneOf(this.reads, ticket.reporterId))
    if (phone === null) throw new DomainError('ticket.phone-unknown')
    return { phone }
  }
}
