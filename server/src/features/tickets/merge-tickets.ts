import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { merge, type Ticket } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { ticketTable } from './ticket.table'
import { TicketRepository } from './ticket.repository'
import { followerTable, type Follower } from './ways.table'

/** Two matters become one. @throws what `merge` does */
export class MergeTickets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, ticketId: string, intoTicketId: string): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const tickets = new TicketRepository(work, this.ids)
      const loaded = await tickets.loadAll([ticketId, intoTicketId])
      const other = loaded.find(({ ticket }) => ticket.id === ticketId)
      const main = loaded.find(({ ticket }) => ticket.id === intoTicketId)
      if (other === undefined || main === undefined) throw new DomainError('ticket.not-found')
      const below = await work.find(ticketTable, { mergedIntoId: ticketId }, { limit: 1 })
      const decision = merge(viewerLater(viewer, work.now), main.ticket, other.ticket, below.length, work.now)
      const followers = await followersAfter(work, main.ticket, other.ticket)
      const by = viewer.personId
      const store = await tickets.prepare(
        { loaded: main, ...decision.main, by },
        { loaded: other, ...decision.other, by },
      )
      store()
      for (const { row, isKnown } of followers) {
        if (isKnown) work.update(followerTable, row)
        else work.insert(followerTable, row)
      }
    })
  }
}

/** The other one's reporter and whoever followed it hear of the main one from now on. */
async function followersAfter(
  work: Work,
  main: Ticket,
  other: Ticket,
): Promise<readonly { readonly row: Follower; readonly isKnown: boolean }[]> {
  const rows = await work.find(followerTable, { ticketId: [main.id, other.id] })
  const known = new Map(rows.filter(({ ticketId }) => ticketId === main.id).map((row) => [row.personId, row]))
  const coming = rows.filter(({ ticketId, personId }) =>
    ticketId === other.id && personId !== main.reporterId && !known.has(personId))
  const joined = coming.map(({ personId }) => ({
    row: { ticketId: main.id, personId, at: work.now, fromTicketId: null }, isKnown: false,
  }))
  if (other.reporterId === main.reporterId) return joined
  const own = known.get(other.reporterId)
  const reporter = {
    ticketId: main.id, personId: other.reporterId, at: own?.at ?? work.now, fromTicketId: own?.fromTicketId ?? other.id,
  }
  const others = joined.filter(({ row }) => row.personId !== other.reporterId)
  return [{ row: reporter, isKnown: own !== undefined }, ...others]
}
