import { DomainError } from '@huiying/shared/kernel'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { roleIn } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { openingTable } from './opening.table'
import { readTicket } from './ticket-rows'

/**
 * A read receipt: the first opening by each handler is on record; every other look leaves no trace. @throws
 * ticket.not-found
 */
export class OpenTicket {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, ticketId: string): Promise<{ readonly ticketId: string }> {
    return this.unitOfWork.run(async (work) => {
      const found = await readTicket(work, ticketId)
      const role = found === null ? null : roleIn(viewerLater(viewer, work.now), found.ticket)
      if (role === null) throw new DomainError('ticket.not-found')
      const { personId } = viewer
      if (role !== 'handler' || personId === null) return { ticketId }
      const known = await work.findOne(openingTable, { ticketId, personId })
      if (known !== null) return { ticketId }
      work.insert(openingTable, { ticketId, personId, at: work.now })
      work.record(personId, [{ type: 'ticket.opened', ticketId, personId }])
      return { ticketId }
    })
  }
}
