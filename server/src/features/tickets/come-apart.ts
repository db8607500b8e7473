import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { comeApart, comeApartByItself, roleIn, type Ticket } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { ticketTable } from './ticket.table'
import { TicketRepository, type LoadedTicket } from './ticket.repository'
import { followerTable } from './ways.table'

/** "不是同一件事". @throws what `comeApart` does */
export class ComeApart {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, ticketId: string): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const tickets = new TicketRepository(work, this.ids)
      // Both are locked in the order of ids, so the way to the main one is read first, and again under the lock.
      const seen = await work.findOne(ticketTable, { id: ticketId })
      const loaded = await tickets.loadAll([ticketId, ...(seen?.mergedIntoId == null ? [] : [seen.mergedIntoId])])
      const other = loaded.find(({ ticket }) => ticket.id === ticketId)
      const actor = viewerLater(viewer, work.now)
      if (other === undefined || roleIn(actor, other.ticket) === null) throw new DomainError('ticket.not-found')
      const main = loaded.find(({ ticket }) => ticket.id !== ticketId)
      if (main === undefined) throw new DomainError('ticket.not-merged')
      const decision = comeApart(actor, main.ticket, other.ticket, work.now)
      const forget = await withoutFollower(work, main.ticket, [other.ticket])
      const by = viewer.personId
      const store = await tickets.prepare(
        { loaded: main, ...decision.main, by },
        { loaded: other, ...decision.other, by },
      )
      store()
      forget()
    })
  }
}

/**
 * The main one was withdrawn: whatever was merged into it stands for itself again. Reads, and gives back the writing of
 * it; done once, it finds nothing more to do.
 */
export async function releaseMerged(work: Work, ids: Ids, mainId: string): Promise<() => void> {
  const tickets = new TicketRepository(work, ids)
  const seen = await work.find(ticketTable, { mergedIntoId: mainId })
  if (seen.length === 0) return () => undefined
  const loaded = await tickets.loadAll([mainId, ...seen.map(({ id }) => id)])
  const main = loaded.find(({ ticket }) => ticket.id === mainId)
  const others = loaded.filter(({ ticket }) => ticket.mergedIntoId === mainId && ticket.endedAt === null)
  if (main === undefined) throw new Error(`merged into a ticket that is not there: ${mainId}`)
  const change = (loadedOne: LoadedTicket) => comeApartByItself(main.ticket, loadedOne.ticket, work.now)
  const forget = await withoutFollower(work, main.ticket, others.map(({ ticket }) => ticket))
  const store = await tickets.prepare(...others.map((one) => ({ loaded: one, ...change(one).other, by: null })))
  return () => {
    store()
    work.record(null, others.flatMap((one) => change(one).main.facts))
    forget()
  }
}

/** Their reporters follow the main one no longer, unless another of theirs is still part of it. */
async function withoutFollower(work: Work, main: Ticket, gone: readonly Ticket[]): Promise<() => void> {
  const rows = await work.find(followerTable, { ticketId: main.id })
  const merged = await work.find(ticketTable, { mergedIntoId: main.id })
  const remain = merged.filter(({ id }) => !gone.some((one) => one.id === id))
  return () => {
    for (const row of rows.filter(({ fromTicketId }) => gone.some(({ id }) => id === fromTicketId))) {
      const another = remain.find(({ reporterId }) => reporterId === row.personId)
      if (another === undefined) work.delete(followerTable, { ticketId: main.id, personId: row.personId })
      else work.update(followerTable, { ...row, fromTicketId: another.id })
    }
  }
}
