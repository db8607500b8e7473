import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type {
  BoardAnswer, CountyOrdersAnswer, EntryQuestionsAnswer, HomeAnswer, InboxAnswer, TicketListAnswer, TicketView,
} from '@huiying/shared/tickets'
import type { EpochMs } from '@huiying/shared/kernel'
import { ArrivedAt, CurrentViewer, cursorOf } from '../../platform/http/request'
import { TicketBoards } from './ticket-boards'

/** The screens about tickets. */
@ApiTags('tickets')
@ApiBearerAuth()
@Controller('api')
export class TicketBoardsController {
  constructor(private readonly boards: TicketBoards) {}

  @Get('tickets/mine')
  @ApiOperation({ summary: 'What I have raised, newest first' })
  mine(
    @CurrentViewer() viewer: Viewer,
    @ArrivedAt() at: EpochMs | undefined,
    @Query('cursor') cursor?: string,
  ): Promise<TicketListAnswer> {
    return this.boards.mine(viewer, cursorOf(cursor), at)
  }

  @Get('tickets/:ticketId')
  @ApiOperation({ summary: 'One ticket, with what I may do on it now' })
  view(
    @CurrentViewer() viewer: Viewer,
    @ArrivedAt() at: EpochMs | undefined,
    @Param('ticketId') ticketId: string,
  ): Promise<TicketView> {
    return this.boards.view(viewer, ticketId, at)
  }

  @Get('villages/:villageId/tickets')
  @ApiOperation({ summary: "A village's tickets as far as I may see them, newest first" })
  ofVillage(
    @CurrentViewer() viewer: Viewer,
    @ArrivedAt() at: EpochMs | undefined,
    @Param('villageId') villageId: string,
    @Query('cursor') cursor?: string,
  ): Promise<TicketListAnswer> {
    return this.boards.ofVillage(viewer, villageId, cursorOf(cursor), at)
  }

  @Get('entries/:entryId/questions')
  @ApiOperation({ summary: 'What was asked about a ledger entry, oldest first, with the answers' })
  questions(
    @CurrentViewer() viewer: Viewer,
    @ArrivedAt() at: EpochMs | undefined,
    @Param('entryId') entryId: string,
  ): Promise<EntryQuestionsAnswer> {
    return this.boards.questions(viewer, entryId, at)
  }

  @Get('home')
  @ApiOperation({ summary: 'The first screen' })
  home(@CurrentViewer() viewer: Viewer, @ArrivedAt() at: EpochMs | undefined): Promise<HomeAnswer> {
    return this.boards.home(viewer, at)
  }

  @Get('inbox')
  @ApiOperation({ summary: 'Who waits for me, by urgency' })
  inbox(@CurrentViewer() viewer: Viewer, @ArrivedAt() at: EpochMs | undefined): Promise<InboxAnswer> {
    return this.boards.inbox(viewer, at)
  }

  @Get('county/orders')
  @ApiOperation({ summary: 'Orders that went on so long that my county is told: number, village, how often' })
  countyOrders(@CurrentViewer() viewer: Viewer, @ArrivedAt() at: EpochMs | undefined): Promise<CountyOrdersAnswer> {
    return this.boards.countyOrders(viewer, at)
  }

  @Get('board')
  @ApiOperation({ summary: 'What is late or soon will be in my sub-district' })
  overdue(@CurrentViewer() viewer: Viewer, @ArrivedAt() at: EpochMs | undefined): Promise<BoardAnswer> {
    return this.boards.overdue(viewer, at)
  }
}
