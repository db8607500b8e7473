import { DomainError } from '@huiying/shared/kernel'
import type { Viewer } from '@huiying/shared/identity'
import { roleIn } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { phoneOf } from '../identity/public'
import { ticketTable } from './ticket.table'

/**
 * The number a handler calls the reporter at. Each look is on record, and the reporter sees who looked (handbook §2).
 * For somebody spoken for, his own number if he has one. @throws ticket.not-found, ticket.only-handlers,
 * ticket.phone-unknown
 */
export class ViewReporterPhone {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, ticketId: string): Promise<{ readonly phone: string }> {
    return this.unitOfWork.run(async (work) => {
      const ticket = await work.findOne(ticketTable, { id: ticketId })
      const role = ticket === null ? null : roleIn(viewer, ticket)
      if (ticket === null || role === null || viewer.personId === null) throw new DomainError('ticket.not-found')
      if (role !== 'handler') throw new DomainError('ticket.only-handlers')
      const phone = ticket.onBehalfOf?.phone ?? (await phoneOf(work, ticket.reporterId))
      if (phone === null) throw new DomainError('ticket.phone-unknown')
      work.record(viewer.personId, [{ type: 'ticket.phone-viewed', ticketId, personId: viewer.personId }])
      return { phone }
    })
  }
}
