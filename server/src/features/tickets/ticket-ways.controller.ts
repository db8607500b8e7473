import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { DestinationsAnswer, TicketView } from '@huiying/shared/tickets'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http/request'
import { AskExtension } from './ask-extension'
import { DecideExtension } from './decide-extension'
import { EscalateTicket } from './escalate-ticket'
import { ObjectToTransfer } from './object-to-transfer'
import { RecordMinutes } from './record-minutes'
import { RuleOnTicket } from './rule-on-ticket'
import { SetTicketTopic } from './set-ticket-topic'
import { TicketBoards } from './ticket-boards'
import { destinationsOf } from './ticket-ways.board'
import { TransferTicket } from './transfer-ticket'
import {
  AskExtensionRequest, ExtensionDecisionRequest, MinutesRequest, ReasonRequest, RulingRequest, TicketTopicRequest,
  TransferRequest,
} from './ways-bodies'

/** Up, sideways, down, and later; each act answers the ticket as it is afterwards. */
@ApiTags('tickets')
@ApiBearerAuth()
@Controller('api/tickets')
export class TicketWaysController {
  constructor(
    private readonly transferTicket: TransferTicket,
    private readonly objectToTransfer: ObjectToTransfer,
    private readonly ruleOnTicket: RuleOnTicket,
    private readonly escalateTicket: EscalateTicket,
    private readonly recordMinutes: RecordMinutes,
    private readonly askExtension: AskExtension,
    private readonly decideExtension: DecideExtension,
    private readonly setTicketTopic: SetTicketTopic,
    private readonly boards: TicketBoards,
    private readonly reads: ReadDatabase,
  ) {}

  @Get(':ticketId/destinations')
  @ApiOperation({ summary: 'Where it may go from here, and what it may be about' })
  destinations(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string): Promise<DestinationsAnswer> {
    return destinationsOf(this.reads, viewer, ticketId)
  }

  @Post(':ticketId/transfer')
  @ApiOperation({ summary: "Hand it on to another village or a department; the resident's clock runs on" })
  @HttpCode(200)
  async transfer(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Body() body: TransferRequest): Promise<TicketView> {
    await this.transferTicket.execute(viewer, { ticketId, toUnitId: body.toUnitId, text: body.text })
    return this.boards.view(viewer, ticketId)
  }

  @Post(':ticketId/objection')
  @ApiOperation({ summary: 'Say as the receiver, within half an hour and once, that it is not his' })
  @HttpCode(200)
  async object(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Body() { text }: ReasonRequest): Promise<TicketView> {
    await this.objectToTransfer.execute(viewer, { ticketId, text })
    return this.boards.view(viewer, ticketId)
  }

  @Post(':ticketId/ruling')
  @ApiOperation({ summary: 'Decide as the sub-district who is to do it' })
  @HttpCode(200)
  async rule(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Body() body: RulingRequest): Promise<TicketView> {
    const { isUpheld = null, toUnitId = null, text } = body
    await this.ruleOnTicket.execute(viewer, { ticketId, isUpheld, toUnitId, text })
    return this.boards.view(viewer, ticketId)
  }

  @Post(':ticketId/escalation')
  @ApiOperation({ summary: 'Hand up what cannot be settled on the spot' })
  @HttpCode(200)
  async escalate(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Body() { text }: ReasonRequest): Promise<TicketView> {
    await this.escalateTicket.execute(viewer, { ticketId, text })
    return this.boards.view(viewer, ticketId)
  }

  @Post(':ticketId/minutes')
  @ApiOperation({ summary: 'Write down what the special meeting decided; needs an Idempotency-Key' })
  @HttpCode(200)
  async minutes(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Body() body: MinutesRequest): Promise<TicketView> {
    const { heldOn, attendees, decision } = body
    await this.recordMinutes.execute(viewer, { ticketId, heldOn, attendees, decision })
    return this.boards.view(viewer, ticketId)
  }

  @Post(':ticketId/extensions')
  @ApiOperation({ summary: 'Ask for a later deadline with an honest interim answer' })
  @HttpCode(200)
  async ask(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Body() body: AskExtensionRequest): Promise<TicketView> {
    await this.askExtension.execute(viewer, { ticketId, promisedAt: body.promisedAt, text: body.text })
    return this.boards.view(viewer, ticketId)
  }

  @Post(':ticketId/extensions/:extensionId/decision')
  @ApiOperation({ summary: 'Grant a later deadline as the sub-district, or refuse it with a reason' })
  @HttpCode(200)
  async decide(
    @CurrentViewer() viewer: Viewer,
    @Param('ticketId') ticketId: string,
    @Param('extensionId') extensionId: string,
    @Body() { isGranted, text }: ExtensionDecisionRequest,
  ): Promise<TicketView> {
    await this.decideExtension.execute(viewer, { ticketId, extensionId, isGranted, text: text ?? null })
    return this.boards.view(viewer, ticketId)
  }

  @Put(':ticketId/topic')
  @ApiOperation({ summary: 'Say what it is about, from the list of the sub-district' })
  async topic(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Body() { topicId }: TicketTopicRequest): Promise<TicketView> {
    await this.setTicketTopic.execute(viewer, { ticketId, topicId })
    return this.boards.view(viewer, ticketId)
  }
}
