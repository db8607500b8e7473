import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { DepartmentsAnswer, PartListAnswer, TicketView } from '@huiying/shared/tickets'
import { CurrentViewer } from '../../platform/http/request'
import { AnswerCall } from './answer-call'
import { CallDepartments } from './call-departments'
import { ClosePart } from './close-part'
import { OrderTicket } from './order-ticket'
import { ReviewPart } from './review-part'
import { TicketBoards } from './ticket-boards'
import { PartClosureRequest, PartRefusalRequest, PartReviewRequest, WhistleRequest } from './whistle-bodies'

/**
 * The sub-district calls departments to a ticket, and they come; or it sends an order. Each act answers the ticket as
 * it is afterwards.
 */
@ApiTags('tickets')
@ApiBearerAuth()
@Controller('api')
export class WhistleController {
  constructor(
    private readonly callDepartments: CallDepartments,
    private readonly answerCall: AnswerCall,
    private readonly reviewPart: ReviewPart,
    private readonly closePart: ClosePart,
    private readonly orderTicket: OrderTicket,
    private readonly boards: TicketBoards,
  ) {}

  @Get('departments')
  @ApiOperation({ summary: 'The departments that my sub-district may call' })
  departments(@CurrentViewer() viewer: Viewer): Promise<DepartmentsAnswer> {
    return this.boards.departments(viewer)
  }

  @Get('parts')
  @ApiOperation({ summary: 'What my department is called for' })
  parts(@CurrentViewer() viewer: Viewer): Promise<PartListAnswer> {
    return this.boards.parts(viewer)
  }

  @Post('tickets/:ticketId/order')
  @ApiOperation({ summary: 'Send a supervision order now, of what is late; once a day' })
  async order(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string): Promise<TicketView> {
    await this.orderTicket.execute(viewer, ticketId)
    return this.boards.view(viewer, ticketId)
  }

  @Post('tickets/:ticketId/whistle')
  @ApiOperation({ summary: 'Call departments, one part each' })
  async whistle(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Body() body: WhistleRequest): Promise<TicketView> {
    await this.callDepartments.execute(viewer, { ticketId, calls: body.calls })
    return this.boards.view(viewer, ticketId)
  }

  @Post('tickets/:ticketId/parts/:partId/report')
  @ApiOperation({ summary: 'Report in as the department; without place and words' })
  @HttpCode(200)
  async report(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Param('partId') partId: string): Promise<TicketView> {
    await this.answerCall.execute(viewer, { ticketId, partId, refusal: null })
    return this.boards.view(viewer, ticketId)
  }

  @Post('tickets/:ticketId/parts/:partId/refusal')
  @ApiOperation({ summary: 'Say as the department why it is not its matter; the leader reviews it' })
  async refuse(
    @CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Param('partId') partId: string, @Body() body: PartRefusalRequest,
  ): Promise<TicketView> {
    await this.answerCall.execute(viewer, { ticketId, partId, refusal: body.text })
    return this.boards.view(viewer, ticketId)
  }

  @Post('tickets/:ticketId/parts/:partId/review')
  @ApiOperation({ summary: 'Let the department go as the leader, or have it come after all' })
  async review(
    @CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Param('partId') partId: string, @Body() body: PartReviewRequest,
  ): Promise<TicketView> {
    const { isExcused, text } = body
    await this.reviewPart.execute(viewer, { ticketId, partId, isExcused, text })
    return this.boards.view(viewer, ticketId)
  }

  @Post('tickets/:ticketId/parts/:partId/closure')
  @ApiOperation({ summary: 'Say as the department what was done; the last one closes the ticket' })
  async close(
    @CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Param('partId') partId: string, @Body() body: PartClosureRequest,
  ): Promise<TicketView> {
    await this.closePart.execute(viewer, { ticketId, partId, text: body.text, photoIds: body.photoIds ?? [] })
    return this.boards.view(viewer, ticketId)
  }
}
