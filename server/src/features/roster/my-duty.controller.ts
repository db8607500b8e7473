import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { GeoPoint, LeaveAnswer, MyDutyAnswer, PartnersAnswer } from '@huiying/shared/roster'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { AnswerSwap } from './answer-swap'
import { AskSwap } from './ask-swap'
import { CancelLeave } from './cancel-leave'
import { EnterLeave } from './enter-leave'
import { LeaveHandOverNote } from './leave-hand-over-note'
import { HandOverNoteRequest, LeaveRequest, SwapAnswerRequest, SwapRequest, TakeOverRequest } from './my-duty-bodies'
import { leaveAnswerOf, myDutyOf } from './my-duty.board'
import { partnersOf } from './partners.board'
import { TakeOverShift } from './take-over-shift'
import { WithdrawSwap } from './withdraw-swap'

/** What a cadre does with his own duty; almost every act answers his duty as it is afterwards. */
@ApiTags('roster')
@ApiBearerAuth()
@Controller('api/roster')
export class MyDutyController {
  constructor(
    private readonly takeOverShift: TakeOverShift,
    private readonly leaveHandOverNote: LeaveHandOverNote,
    private readonly enterLeave: EnterLeave,
    private readonly cancelLeave: CancelLeave,
    private readonly askSwap: AskSwap,
    private readonly answerSwap: AnswerSwap,
    private readonly withdrawSwap: WithdrawSwap,
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('mine')
  @ApiOperation({ summary: 'My shifts, leaves, and swaps that wait for an answer' })
  async mine(@CurrentViewer() viewer: Viewer): Promise<MyDutyAnswer> {
    return myDutyOf(this.reads, viewer, await this.clock.now())
  }

  @Post('slots/:slotId/take-over')
  @ApiOperation({ summary: 'Take over my shift; from an hour before it begins' })
  @HttpCode(200)
  async takeOver(@CurrentViewer() viewer: Viewer, @Param('slotId') slotId: string, @Body() body: TakeOverRequest): Promise<MyDutyAnswer> {
    await this.takeOverShift.execute(viewer, slotId, placeOf(body))
    return this.mine(viewer)
  }

  @Post('slots/:slotId/notes')
  @ApiOperation({ summary: 'Leave a note for whoever sits next' })
  async leaveNote(@CurrentViewer() viewer: Viewer, @Param('slotId') slotId: string, @Body() body: HandOverNoteRequest): Promise<MyDutyAnswer> {
    await this.leaveHandOverNote.execute(viewer, slotId, body.text)
    return this.mine(viewer)
  }

  @Get('slots/:slotId/partners')
  @ApiOperation({ summary: 'Who could sit in my place, and with which of their days I could pay back' })
  async partners(@CurrentViewer() viewer: Viewer, @Param('slotId') slotId: string): Promise<PartnersAnswer> {
    return partnersOf(this.reads, viewer, slotId, await this.clock.now())
  }

  @Post('leaves')
  @ApiOperation({ summary: 'Say on which days I, or one of my people, cannot sit; others take the shifts at once' })
  async leave(@CurrentViewer() viewer: Viewer, @Body() { personId, fromOn, toOn }: LeaveRequest): Promise<LeaveAnswer> {
    const entered = await this.enterLeave.execute(viewer, { personId: personId ?? null, fromOn, toOn })
    return leaveAnswerOf(this.reads, entered, await this.clock.now())
  }

  @Post('leaves/:leaveId/cancellation')
  @ApiOperation({ summary: 'Call a leave off; whoever took the shifts keeps them' })
  @HttpCode(200)
  async cancel(@CurrentViewer() viewer: Viewer, @Param('leaveId') leaveId: string): Promise<MyDutyAnswer> {
    await this.cancelLeave.execute(viewer, leaveId)
    return this.mine(viewer)
  }

  @Post('swaps')
  @ApiOperation({ summary: 'Ask somebody to sit for me, with a day of his in return or without' })
  async ask(@CurrentViewer() viewer: Viewer, @Body() body: SwapRequest): Promise<MyDutyAnswer> {
    const { slotId, toPersonId, returnSlotId } = body
    await this.askSwap.execute(viewer, { slotId, toPersonId, returnSlotId: returnSlotId ?? null })
    return this.mine(viewer)
  }

  @Post('swaps/:swapId/answer')
  @ApiOperation({ summary: 'Say yes or no to a swap I was asked for' })
  @HttpCode(200)
  async answer(@CurrentViewer() viewer: Viewer, @Param('swapId') swapId: string, @Body() body: SwapAnswerRequest): Promise<MyDutyAnswer> {
    await this.answerSwap.execute(viewer, swapId, body.accept)
    return this.mine(viewer)
  }

  @Post('swaps/:swapId/withdrawal')
  @ApiOperation({ summary: 'Take back what I asked' })
  @HttpCode(200)
  async withdraw(@CurrentViewer() viewer: Viewer, @Param('swapId') swapId: string): Promise<MyDutyAnswer> {
    await this.withdrawSwap.execute(viewer, swapId)
    return this.mine(viewer)
  }
}

/** Half a position is none. */
function placeOf({ latitude, longitude }: TakeOverRequest): GeoPoint | null {
  return latitude === undefined || longitude === undefined ? null : { latitude, longitude }
}
