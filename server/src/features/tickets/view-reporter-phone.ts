import { DomainError } from '@huiying/shared/kernel'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { callReporter, type Ticket } from '@huiying/shared/tickets'
import type { ReadDatabase } from '../../platform/database/read-database'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { phoneOf } from '../identity/public'
import { TicketRepository } from './ticket.repository'
import { ticketTable } from './ticket.table'

/**
 * The number a handler calls the reporter at. Each look is on record, and the reporter sees who looked (handbook §2).
 * For somebody spoken for, his own number if he has one. @throws what `callReporter` does, ticket.phone-unknown
 */
export class ViewReporterPhone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly reads: ReadDatabase,
  ) {}

  async execute(viewer: Viewer, ticketId: string): Promise<{ readonly phone: string }> {
    await this.unitOfWork.run(async (work) => {
      const tickets = new TicketRepository(work, this.ids)
      const loaded = await tickets.load(ticketId)
      if (loaded === null) throw new DomainError('ticket.not-found')
      const { next, facts } = callReporter(viewerLater(viewer, work.now), loaded.ticket, work.now)
      await numberToCall(work, next)
      const store = await tickets.prepare({ loaded, next, facts, by: viewer.personId })
      store()
    })
    // Read after the work and not answered by it: what a keyed request answers is kept for days.
    const [raw] = await this.reads.query<RawRow>(`SELECT ${ticketTable.columnList} FROM tickets WHERE id = ?`, [ticketId])
    if (raw === undefined) throw new DomainError('ticket.not-found')
    return { phone: await numberToCall(this.reads, ticketTable.fromRaw(raw)) }
  }
}

async function numberToCall(reads: Reads, ticket: Pick<Ticket, 'onBehalfOf' | 'reporterId'>): Promise<string> {
  const phone = ticket.onBehalfOf?.phone ?? (await phoneOf(reads, ticket.reporterId))
  if (phone === null) throw new DomainError('ticket.phone-unknown')
  return phone
}
