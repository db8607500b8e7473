import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Call, CallbackPhoneAnswer, CallbacksAnswer } from '@huiying/shared/figures'
import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { callbacksOf } from './callbacks.board'
import { CallRequest, ShareRequest } from './figures-bodies'
import { RecordCall } from './record-call'
import { SetCallbackShare } from './set-callback-share'
import { ViewCallbackPhone } from './view-callback-phone'

/** Calling back those who were drawn when they raised their matter. */
@ApiTags('figures')
@ApiBearerAuth()
@Controller('api/callbacks')
export class CallbacksController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly recordCall: RecordCall,
    private readonly viewPhone: ViewCallbackPhone,
    private readonly setShare: SetCallbackShare,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The calls to be made, those that wait longest first' })
  callbacks(@CurrentViewer() viewer: Viewer): Promise<CallbacksAnswer> {
    return this.#callbacks(viewer)
  }

  @Post(':ticketId/phone')
  @ApiOperation({ summary: 'The number to call; on record, and the reporter sees who looked' })
  @HttpCode(200)
  phone(@CurrentViewer() viewer: Viewer, @Param('ticketId') ticketId: string): Promise<CallbackPhoneAnswer> {
    return this.viewPhone.execute(viewer, ticketId)
  }

  @Post(':ticketId/calls')
  @ApiOperation({ summary: 'What the call brought; needs an Idempotency-Key' })
  async call(
    @CurrentViewer() viewer: Viewer,
    @Param('ticketId') ticketId: string,
    @Body() body: CallRequest,
  ): Promise<CallbacksAnswer> {
    await this.recordCall.execute(viewer, ticketId, callIn(body))
    return this.#callbacks(viewer)
  }

  @Put('policy')
  @ApiOperation({ summary: 'How many of a thousand are drawn, from tomorrow on' })
  async share(@CurrentViewer() viewer: Viewer, @Body() { sharePermille }: ShareRequest): Promise<CallbacksAnswer> {
    await this.setShare.execute(viewer, sharePermille)
    return this.#callbacks(viewer)
  }

  async #callbacks(viewer: Viewer): Promise<CallbacksAnswer> {
    return callbacksOf(this.reads, viewer, await this.clock.now())
  }
}

/** @throws figures.answer-missing */
function callIn({ how, isAnswered, isSettled, words = '' }: CallRequest): Call {
  if (how !== 'spoke') return { how }
  if (isAnswered === undefined || isSettled === undefined) throw new DomainError('figures.answer-missing')
  return { how, isAnswered, isSettled, words }
}
