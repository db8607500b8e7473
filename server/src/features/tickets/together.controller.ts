import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type {
  AlikeAnswer, FollowingAnswer, MergeCandidatesAnswer, TicketListAnswer, TicketView,
} from '@huiying/shared/tickets'
import { CurrentViewer, cursorOf } from '../../platform/http/request'
import { ComeApart } from './come-apart'
import { FollowTicket } from './follow-ticket'
import { MergeTickets } from './merge-tickets'
import { TicketBoards } from './ticket-boards'
import { TogetherBoards } from './together-boards'
import { AlikeRequest, MergeRequest } from './together-bodies'

/** Several people, one matter. */
@ApiTags('tickets')
@ApiBearerAuth()
@Controller('api')
export class TogetherController {
  constructor(
    private readonly followTicket: FollowTicket,
    private readonly mergeTickets: MergeTickets,
    private readonly comeApart: ComeApart,
    private readonly boards: TicketBoards,
    private readonly together: TogetherBoards,
  ) {}

  @Post('villages/:villageId/alike')
  @ApiOperation({ summary: 'Open public matters of the village near or like what somebody is about to say' })
  @HttpCode(200)
  alike(@CurrentViewer() viewer: Viewer, @Param('villageId') villageId: string, @Body() body: AlikeRequest): Promise<AlikeAnswer> {
    return this.together.alike(viewer, villageId, body)
  }

  @Get('tickets/followed')
  @ApiOperation({ summary: 'What I met too, newest first' })
  followed(@CurrentViewer() viewer: Viewer, @Query('cursor') cursor?: string): Promise<TicketListAnswer> {
    return this.together.followed(viewer, cursorOf(cursor))
  }

  @Post('tickets/:ticketId/following')
  @ApiOperation({ summary: 'Me too: hear of its answer and its end' })
  @HttpCode(200)
  async follow(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string): Promise<FollowingAnswer> {
    await this.followTicket.execute(viewer, ticketId, true)
    return this.together.following(viewer, ticketId)
  }

  @Delete('tickets/:ticketId/following')
  @ApiOperation({ summary: 'No longer' })
  async unfollow(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string): Promise<FollowingAnswer> {
    await this.followTicket.execute(viewer, ticketId, false)
    return this.together.following(viewer, ticketId)
  }

  @Get('tickets/:ticketId/merge-candidates')
  @ApiOperation({ summary: 'Open matters it could be merged into, the most alike first' })
  mergeCandidates(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string): Promise<MergeCandidatesAnswer> {
    return this.together.mergeCandidates(viewer, ticketId)
  }

  @Post('tickets/:ticketId/merge')
  @ApiOperation({ summary: 'It is the same matter as that one, which speaks for it from now on; the earlier deadline rules' })
  @HttpCode(200)
  async merge(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Body() body: MergeRequest): Promise<TicketView> {
    await this.mergeTickets.execute(viewer, ticketId, body.intoTicketId)
    return this.boards.view(viewer, ticketId)
  }

  @Post('tickets/:ticketId/coming-apart')
  @ApiOperation({ summary: 'It is not the same matter after all: its own clock again, as if it had never been merged' })
  @HttpCode(200)
  async apart(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string): Promise<TicketView> {
    await this.comeApart.execute(viewer, ticketId)
    return this.boards.view(viewer, ticketId)
  }
}
