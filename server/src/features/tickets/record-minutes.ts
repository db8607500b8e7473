import type { Viewer } from '@huiying/shared/identity'
import { minutesText, recordMinutes, type Minutes } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { actOnTicket, type TicketActAnswer } from './act-on-ticket'
import { NO_FILES } from './ticket.table'

/** What came of a special meeting, for the resident to read. @throws what `recordMinutes` does */
export class RecordMinutes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(viewer: Viewer, { ticketId, ...minutes }: Minutes & { readonly ticketId: string }): Promise<TicketActAnswer> {
    return actOnTicket(this.unitOfWork, this.ids, {
      viewer,
      ticketId,
      decide: (actor, ticket, now, messageId) => recordMinutes(actor, ticket, minutes, messageId, now),
      words: { text: minutesText(minutes), ...NO_FILES, side: 'handler', kind: 'minutes' },
    })
  }
}
