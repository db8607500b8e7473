import { Module, type Provider } from '@nestjs/common'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { SESSION_READER, type SessionReader } from '../../platform/http'
import { JournalPulse } from '../../platform/journal/journal-pulse'
import type { Log } from '../../platform/log'
import { CLOCK, IDS, LOG } from '../../platform/platform.module'
import { FilesModule } from '../files/files.module'
import { FileUrlSigner } from '../files/public'
import { CloseTicket } from './close-ticket'
import { ComeApart } from './come-apart'
import { FollowTicket } from './follow-ticket'
import { LiveBoardController } from './live-board.controller'
import { LiveBoards } from './live-boards'
import { MergeTickets } from './merge-tickets'
import { OpenTicket } from './open-ticket'
import { PublicationModule } from './publication/publication.module'
import { RateTicket } from './rate-ticket'
import { RejectTicket } from './reject-ticket'
import { ReplyToTicket } from './reply-to-ticket'
import { SubmitTicket } from './submit-ticket'
import { TicketActsController } from './ticket-acts.controller'
import { TicketBoards } from './ticket-boards'
import { TicketBoardsController } from './ticket-boards.controller'
import { TogetherBoards } from './together-boards'
import { TogetherController } from './together.controller'
import { TicketWaysController } from './ticket-ways.controller'
import { TopicsController } from './topics.controller'
import { ViewReporterPhone } from './view-reporter-phone'
import { WAYS_ACTS } from './ways-acts'
import { WithdrawTicket } from './withdraw-ticket'
import { WhistleController } from './whistle.controller'
import { WHISTLE_ACTS } from './whistle-acts'
import { WriteOnTicket } from './write-on-ticket'

type Act = new (unitOfWork: UnitOfWork, ids: Ids) => object

const ACTS: readonly Act[] = [
  ...WAYS_ACTS,
  SubmitTicket,
  ReplyToTicket,
  WriteOnTicket,
  CloseTicket,
  RateTicket,
  RejectTicket,
  WithdrawTicket,
  OpenTicket,
  FollowTicket,
  MergeTickets,
  ComeApart,
]

@Module({
  imports: [FilesModule, PublicationModule],
  controllers: [
    TicketActsController, TogetherController, TicketBoardsController, LiveBoardController, TicketWaysController,
    TopicsController,
    WhistleController,
  ],
  providers: [
    ...[...ACTS, ...WHISTLE_ACTS].map(useCase),
    {
      provide: ViewReporterPhone,
      useFactory: (unitOfWork: UnitOfWork, ids: Ids, reads: ReadDatabase) =>
        new ViewReporterPhone(unitOfWork, ids, reads),
      inject: [UnitOfWork, IDS, ReadDatabase],
    },
    {
      provide: TogetherBoards,
      useFactory: (reads: ReadDatabase, clock: Clock) => new TogetherBoards(reads, clock),
      inject: [ReadDatabase, CLOCK],
    },
    {
      provide: LiveBoards,
      useFactory: (reads: ReadDatabase, clock: Clock, sessions: SessionReader, log: Log) =>
        new LiveBoards(reads, clock, sessions, new JournalPulse(reads, log), log),
      inject: [ReadDatabase, CLOCK, SESSION_READER, LOG],
    },
    {
      provide: TicketBoards,
      useFactory: (reads: ReadDatabase, clock: Clock, signer: FileUrlSigner) => new TicketBoards(reads, clock, signer),
      inject: [ReadDatabase, CLOCK, FileUrlSigner],
    },
  ],
})
export class TicketsModule {}

/** Such an act is made of the unit of work and the ids, and of nothing else. */
function useCase(act: Act): Provider {
  return {
    provide: act,
    useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new act(unitOfWork, ids),
    inject: [UnitOfWork, IDS],
  }
}
