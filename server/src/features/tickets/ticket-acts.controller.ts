import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { ReplyAnswer, ReporterPhoneAnswer, SentTicket, TicketView } from '@huiying/shared/tickets'
import { CurrentViewer } from '../../platform/http/request'
import { CloseTicket } from './close-ticket'
import { OpenTicket } from './open-ticket'
import { RateTicket } from './rate-ticket'
import { RejectTicket } from './reject-ticket'
import { ReplyToTicket } from './reply-to-ticket'
import { SubmitTicket, type SubmitTicketInput } from './submit-ticket'
import {
  ClosureRequest, RatingRequest, RejectionRequest, ReplyRequest, ReporterPhoneRequest, SubmitTicketRequest,
} from './ticket-bodies'
import { TicketBoards } from './ticket-boards'
import { ViewReporterPhone } from './view-reporter-phone'
import { WithdrawTicket } from './withdraw-ticket'
import { WriteOnTicket } from './write-on-ticket'

/** What people do with a ticket; each act on one answers it as it is afterwards. */
@ApiTags('tickets')
@ApiBearerAuth()
@Controller('api/tickets')
export class TicketActsController {
  constructor(
    private readonly submitTicket: SubmitTicket,
    private readonly replyToTicket: ReplyToTicket,
    private readonly writeOnTicket: WriteOnTicket,
    private readonly closeTicket: CloseTicket,
    private readonly rateTicket: RateTicket,
    private readonly rejectTicket: RejectTicket,
    private readonly withdrawTicket: WithdrawTicket,
    private readonly openTicket: OpenTicket,
    private readonly viewReporterPhone: ViewReporterPhone,
    private readonly boards: TicketBoards,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Raise a matter; needs an Idempotency-Key. Answers in short: the whole is a GET away' })
  async submit(@CurrentViewer() viewer: Viewer, @Body() body: SubmitTicketRequest): Promise<SentTicket> {
    const { ticketId, sent } = await this.submitTicket.execute(viewer, {
      villageId: body.villageId,
      text: body.text,
      kind: body.kind ?? (body.entryId === undefined ? 'help' : 'question'),
      visibility: body.visibility ?? 'village',
      addresseeId: body.addresseeId ?? null,
      place: body.place ?? null,
      onBehalfOf: body.onBehalfOf ?? null,
      entryId: body.entryId ?? null,
      ...inConfidence(body),
      ...attachments(body),
    })
    return sent ?? this.boards.sent(ticketId)
  }

  @Post(':ticketId/opening')
  @ApiOperation({ summary: "Say that one has it before one's eyes; the reporter sees who read it and when" })
  @HttpCode(200)
  async open(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string): Promise<TicketView> {
    await this.openTicket.execute(viewer, ticketId)
    return this.boards.view(viewer, ticketId)
  }

  @Post(':ticketId/replies')
  @ApiOperation({ summary: 'Answer as one who handles it; the first answer stops the clock, and the answer here tells who was first' })
  async reply(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Body() body: ReplyRequest): Promise<ReplyAnswer> {
    const { wasFirst } = await this.replyToTicket.execute(viewer, {
      ticketId, text: body.text, byCall: body.byCall ?? false, ...attachments(body),
    })
    const ticket = await this.boards.view(viewer, ticketId)
    return { wasFirst, firstBy: ticket.respondedBy, firstAt: ticket.respondedAt, ticket }
  }

  @Post(':ticketId/messages')
  @ApiOperation({ summary: 'Add words as the reporter' })
  async write(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Body() body: ReplyRequest): Promise<TicketView> {
    await this.writeOnTicket.execute(viewer, { ticketId, text: body.text, ...attachments(body) })
    return this.boards.view(viewer, ticketId)
  }

  @Post(':ticketId/closure')
  @ApiOperation({ summary: 'Close it as one who handles it: settled, or not accepted and why' })
  async close(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Body() body: ClosureRequest): Promise<TicketView> {
    const { outcome, text, reason } = body
    await this.closeTicket.execute(viewer, { ticketId, outcome, text, reason: reason ?? null, ...attachments(body) })
    return this.boards.view(viewer, ticketId)
  }

  @Post(':ticketId/rating')
  @ApiOperation({ summary: 'Rate a closed one as its reporter, once' })
  @HttpCode(200)
  async rate(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Body() body: RatingRequest): Promise<TicketView> {
    await this.rateTicket.execute(viewer, { ticketId, rating: body.rating })
    return this.boards.view(viewer, ticketId)
  }

  @Post(':ticketId/rejection')
  @ApiOperation({ summary: 'Say as the reporter that it is not settled; it is open again' })
  @HttpCode(200)
  async reject(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string, @Body() body: RejectionRequest): Promise<TicketView> {
    await this.rejectTicket.execute(viewer, { ticketId, text: body.text, ...attachments(body) })
    return this.boards.view(viewer, ticketId)
  }

  @Post(':ticketId/withdrawal')
  @ApiOperation({ summary: "Take one's own back" })
  @HttpCode(200)
  async withdraw(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string): Promise<TicketView> {
    await this.withdrawTicket.execute(viewer, ticketId)
    return this.boards.view(viewer, ticketId)
  }

  @Post(':ticketId/reporter-phone')
  @ApiOperation({ summary: "See the reporter's whole number, to call it; the reporter reads who looked and why" })
  @HttpCode(200)
  reporterPhone(
    @CurrentViewer() viewer: Viewer,
    @Param('ticketId') ticketId: string,
    @Body() { reason = '' }: ReporterPhoneRequest,
  ): Promise<ReporterPhoneAnswer> {
    return this.viewReporterPhone.execute(viewer, ticketId, reason)
  }
}

/** Nothing said of anybody: `visibility` alone says whether the village may know. */
function inConfidence(body: SubmitTicketRequest): Pick<SubmitTicketInput, 'inConfidence'> {
  const { about = null, aboutPersonId = null, regardingTicketId = null } = body
  if (about === null && regardingTicketId === null) return {}
  return { inConfidence: { about, aboutPersonId, regardingTicketId } }
}

function attachments(body: { readonly photoIds?: readonly string[]; readonly voiceId?: string }): {
  readonly photoIds: readonly string[]
  readonly voiceId: string | null
} {
  return { photoIds: body.photoIds ?? [], voiceId: body.voiceId ?? null }
}
