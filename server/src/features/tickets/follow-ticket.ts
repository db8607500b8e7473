import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { follow, unfollow } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { TicketRepository } from './ticket.repository'
import { followerTable } from './ways.table'

/**
 * 我也遇到, and no longer; twice is once. @throws what `follow` and `unfollow` do
 */
export class FollowTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, ticketId: string, wants: boolean): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const loaded = await new TicketRepository(work, this.ids).load(ticketId)
      const personId = viewer.personId
      if (loaded === null || personId === null) throw new DomainError('ticket.not-found')
      const known = await work.findOne(followerTable, { ticketId, personId })
      // Whoever follows nothing learns nothing here of what he may not see.
      if (!wants && known === null) throw new DomainError('ticket.not-found')
      if (wants && known !== null) return
      const facts = wants ? follow(viewerLater(viewer, work.now), loaded.ticket) : unfollow(viewer, loaded.ticket)
      if (wants) work.insert(followerTable, { ticketId, personId, at: work.now, fromTicketId: null })
      else work.delete(followerTable, { ticketId, personId })
      work.record(personId, facts)
    })
  }
}
