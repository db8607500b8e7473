import { DomainError } from '@huiying/shared/kernel'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { callReporter, lookHoldsUntil, type ReporterPhoneAnswer, type Ticket } from '@huiying/shared/tickets'
import type { ReadDatabase } from '../../platform/database/read-database'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { phoneOf } from '../identity/public'
import { lookTable } from './look.table'
import { TicketRepository } from './ticket.repository'
import { ticketTable } from './ticket.table'

/**
 * The number a handler calls the reporter at. Each look is on record with its reason, holds for half an hour, and the
 * reporter reads who looked and why (handbook §2). For somebody spoken for, his own number if he has one.
 * @throws what `callReporter` does, ticket.phone-unknown
 */
export class ViewReporterPhone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly reads: ReadDatabase,
  ) {}

  async execute(viewer: Viewer, ticketId: string, reason: string): Promise<ReporterPhoneAnswer> {
    const until = await this.unitOfWork.run(async (work) => {
      const tickets = new TicketRepository(work, this.ids)
      const loaded = await tickets.load(ticketId)
      if (loaded === null) throw new DomainError('ticket.not-found')
      const lastAt = await lastLookAt(work, ticketId, viewer.personId ?? '')
      const hasNumber = (await numberToCall(work, loaded.ticket)) !== null
      const look = { reason, lastAt, hasNumber }
      const { next, facts } = callReporter(viewerLater(viewer, work.now), loaded.ticket, look, work.now)
      const store = await tickets.prepare({ loaded, next, facts, by: viewer.personId })
      store()
      const holdsUntil = lookHoldsUntil(lastAt, work.now)
      if (holdsUntil !== null) return holdsUntil
      work.insert(lookTable, {
        ticketId, personId: viewer.personId ?? '', kind: 'phone', spanAt: work.now, at: work.now, reason: reason.trim(),
      })
      return lookHoldsUntil(work.now, work.now) ?? work.now
    })
    // Read after the work and not answered by it: what a keyed request answers is kept for days.
    const [raw] = await this.reads.query<RawRow>(`SELECT ${ticketTable.columnList} FROM tickets WHERE id = ?`, [ticketId])
    if (raw === undefined) throw new DomainError('ticket.not-found')
    const phone = await numberToCall(this.reads, ticketTable.fromRaw(raw))
    if (phone === null) throw new DomainError('ticket.phone-unknown')
    return { phone, until }
  }
}

async function lastLookAt(work: Work, ticketId: string, personId: string): Promise<number | null> {
  const where = { ticketId, personId, kind: 'phone' as const }
  return (await work.findOne(lookTable, where, { orderBy: { spanAt: 'desc' } }))?.at ?? null
}

async function numberToCall(reads: Reads, ticket: Pick<Ticket, 'onBehalfOf' | 'reporterId'>): Promise<string | null> {
  return ticket.onBehalfOf?.phone ?? (await phoneOf(reads, ticket.reporterId))
}
