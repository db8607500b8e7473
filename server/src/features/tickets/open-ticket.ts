import { chinaDateOf, DomainError, startOfChinaDay } from '@huiying/shared/kernel'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { roleIn } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { lookTable } from './look.table'
import { openingTable } from './opening.table'
import { readTicket } from './ticket-rows'

/**
 * A read receipt: the first opening by each handler is on record, and for "谁看过" his first of each day in China;
 * every other look leaves no trace. @throws ticket.not-found
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
      const today = { ticketId, personId, kind: 'opening', spanAt: startOfChinaDay(chinaDateOf(work.now)) } as const
      const receipt = await work.findOne(openingTable, { ticketId, personId })
      const look = await work.findOne(lookTable, today)
      if (look === null) work.insertIfAbsent(lookTable, { ...today, at: work.now, reason: null })
      if (receipt !== null) return { ticketId }
      work.insert(openingTable, { ticketId, personId, at: work.now })
      work.record(personId, [{ type: 'ticket.opened', ticketId, personId }])
      return { ticketId }
    })
  }
}
