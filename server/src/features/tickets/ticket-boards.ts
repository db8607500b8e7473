import type { Viewer } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import type {
  BoardAnswer, CountyOrdersAnswer, DepartmentsAnswer, EntryQuestionsAnswer, HomeAnswer, InboxAnswer, PartListAnswer,
  SentTicket, TicketListAnswer, TicketView,
} from '@huiying/shared/tickets'
import type { Clock } from '../../platform/clock/clock'
import type { Reads } from '../../platform/database/reads'
import type { FileUrlSigner } from '../files/public'
import { countyOrdersOf } from './county-orders.board'
import { entryQuestionsOf } from './entry-questions.board'
import { departmentsFor } from './departments.board'
import { homeOf } from './home.board'
import { inboxOf } from './inbox.board'
import { myParts } from './my-parts.board'
import { overdueBoard } from './overdue.board'
import { sentTicket } from './sent-ticket.board'
import { myTickets, villageTickets } from './ticket-list.board'
import { ticketView } from './ticket-view.board'

/** The screens of this room, each as of the given instant; left out: of now, after what was just done. */
export class TicketBoards {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
    private readonly signer: FileUrlSigner,
  ) {}

  async view(viewer: Viewer, ticketId: string, at?: EpochMs): Promise<TicketView> {
    return ticketView(this.reads, this.signer, viewer, ticketId, at ?? await this.clock.now())
  }

  /** Of a ticket whose sender asks again under the same key. */
  async sent(ticketId: string): Promise<SentTicket> {
    return sentTicket(this.reads, ticketId, await this.clock.now())
  }

  async mine(viewer: Viewer, cursor: string | null, at?: EpochMs): Promise<TicketListAnswer> {
    return myTickets(this.reads, viewer, at ?? await this.clock.now(), cursor)
  }

  async ofVillage(viewer: Viewer, villageId: string, cursor: string | null, at?: EpochMs): Promise<TicketListAnswer> {
    return villageTickets(this.reads, viewer, at ?? await this.clock.now(), villageId, cursor)
  }

  async questions(viewer: Viewer, entryId: string, at?: EpochMs): Promise<EntryQuestionsAnswer> {
    return entryQuestionsOf(this.reads, this.signer, viewer, entryId, at ?? await this.clock.now())
  }

  async departments(viewer: Viewer): Promise<DepartmentsAnswer> {
    return departmentsFor(this.reads, viewer, await this.clock.now())
  }

  async parts(viewer: Viewer): Promise<PartListAnswer> {
    return myParts(this.reads, viewer, await this.clock.now())
  }

  async home(viewer: Viewer, at?: EpochMs): Promise<HomeAnswer> {
    return homeOf(this.reads, viewer, at ?? await this.clock.now())
  }

  async inbox(viewer: Viewer, at?: EpochMs): Promise<InboxAnswer> {
    return inboxOf(this.reads, viewer, at ?? await this.clock.now())
  }

  async countyOrders(viewer: Viewer, at?: EpochMs): Promise<CountyOrdersAnswer> {
    return countyOrdersOf(this.reads, viewer, at ?? await this.clock.now())
  }

  async overdue(viewer: Viewer, at?: EpochMs): Promise<BoardAnswer> {
    return overdueBoard(this.reads, viewer, at ?? await this.clock.now())
  }
}
