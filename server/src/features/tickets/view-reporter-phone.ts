import { DomainError } from '@huiying/shared/kernel'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { callReporter } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { phoneOf } from '../identity/public'
import { TicketRepository } from './ticket.repository'

/**
 * The number a handler calls the reporter at. Each look is on record, and the reporter sees who looked (handbook §2).
 * For somebody spoken for, his own number if he has one. @throws what `callReporter` does, ticket.phone-unknown
 */
export class ViewReporterPhone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, ticketId: string): Promise<{ readonly phone: string }> {
    return this.unitOfWork.run(async (work) => {
      const tickets = new TicketRepository(work, this.ids)
      const loaded = await tickets.load(ticketId)
      if (loaded === null) throw new DomainError('ticket.not-found')
      const { next, facts } = callReporter(viewerLater(viewer, work.now), loaded.ticket, work.now)
      const phone = next.onBehalfOf?.phone ?? (await phoneOf(work, next.reporterId))
      if (phone === null) throw new DomainError('ticket.phone-unknown')
      const store = await tickets.prepare({ loaded, next, facts, by: viewer.personId })
      store()
      return { phone }
    })
  }
}
