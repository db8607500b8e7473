import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { ChallengeAnswer, ExpenseView } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import { CurrentViewer } from '../../platform/http'
import { CancelExpense } from './cancel-expense'
import { ChallengeExpense } from './challenge-expense'
import { DraftExpense } from './draft-expense'
import {
  CancellationRequest, ChallengeRequest, PaymentRequest, PostingRequest, RefusalRequest, SignatureRequest,
  SubmissionRequest, TakeBackRequest,
} from './expense-act-bodies'
import { ExpenseContentRequest, SaveExpenseRequest } from './expense-bodies'
import { ExpenseBoards } from './expense-boards'
import { PayExpense } from './pay-expense'
import { PostExpense } from './post-expense'
import { RefuseExpense } from './refuse-expense'
import { SaveExpense } from './save-expense'
import { SignExpense } from './sign-expense'
import { SubmitExpense } from './submit-expense'
import { TakeBackSignature } from './take-back-signature'
import { WithdrawExpense } from './withdraw-expense'

/** What people do with an expense; each act answers it as it is afterwards. */
@ApiTags('expenses')
@ApiBearerAuth()
@Controller('api')
export class ExpenseActsController {
  constructor(
    private readonly boards: ExpenseBoards,
    private readonly draftExpense: DraftExpense,
    private readonly saveExpense: SaveExpense,
    private readonly submitExpense: SubmitExpense,
    private readonly withdrawExpense: WithdrawExpense,
    private readonly challengeExpense: ChallengeExpense,
    private readonly signExpense: SignExpense,
    private readonly refuseExpense: RefuseExpense,
    private readonly takeBackSignature: TakeBackSignature,
    private readonly cancelExpense: CancelExpense,
    private readonly payExpense: PayExpense,
    private readonly postExpense: PostExpense,
  ) {}

  @Post('villages/:villageId/expenses')
  @ApiOperation({ summary: 'Begin a draft as the accountant; needs an Idempotency-Key' })
  async draft(
    @CurrentViewer() viewer: Viewer,
    @Param('villageId') villageId: string,
    @Body() body: ExpenseContentRequest,
  ): Promise<ExpenseView> {
    const { expenseId } = await this.draftExpense.execute(viewer, villageId, body)
    return this.boards.view(viewer, expenseId)
  }

  @Put('expenses/:id')
  @ApiOperation({ summary: 'Change it as the accountant; what was signed on the revision before counts no more' })
  async save(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Body() body: SaveExpenseRequest): Promise<ExpenseView> {
    await this.saveExpense.execute(viewer, id, body.content, body.shown)
    return this.boards.view(viewer, id)
  }

  @Post('expenses/:id/submission')
  @ApiOperation({ summary: 'Ask for the signatures; refused where nobody can sign a slot' })
  @HttpCode(200)
  async submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Body() body: SubmissionRequest): Promise<ExpenseView> {
    await this.submitExpense.execute(viewer, id, body.shown)
    return this.boards.view(viewer, id)
  }

  @Post('expenses/:id/withdrawal')
  @ApiOperation({ summary: 'Give it up before approval, as accountant or handler' })
  @HttpCode(200)
  async withdraw(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<ExpenseView> {
    await this.withdrawExpense.execute(viewer, id)
    return this.boards.view(viewer, id)
  }

  @Post('expenses/:id/challenges')
  @ApiOperation({ summary: 'Something to sign, for one act of mine on what I see' })
  challenge(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Body() body: ChallengeRequest): Promise<ChallengeAnswer> {
    return this.challengeExpense.execute(viewer, id, body.slot, body.shown)
  }

  @Post('expenses/:id/signatures')
  @ApiOperation({ summary: 'Sign; the last signature approves and sets the money aside. `changes` in the body of expense.stale' })
  @HttpCode(200)
  async sign(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Body() body: SignatureRequest): Promise<ExpenseView> {
    await this.signExpense.execute(viewer, id, body)
    return this.boards.view(viewer, id)
  }

  @Post('expenses/:id/refusal')
  @ApiOperation({ summary: 'Say no instead of signing, and why' })
  @HttpCode(200)
  async refuse(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Body() body: RefusalRequest): Promise<ExpenseView> {
    await this.refuseExpense.execute(viewer, id, body)
    return this.boards.view(viewer, id)
  }

  @Post('expenses/:id/take-back')
  @ApiOperation({ summary: "Take one's own signature back before approval" })
  @HttpCode(200)
  async takeBack(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Body() body: TakeBackRequest): Promise<ExpenseView> {
    await this.takeBackSignature.execute(viewer, id, body.slot, body.shown)
    return this.boards.view(viewer, id)
  }

  @Post('expenses/:id/cancellation')
  @ApiOperation({ summary: 'Give it up after approval, with a reason; the money is free again' })
  @HttpCode(200)
  async cancel(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Body() body: CancellationRequest): Promise<ExpenseView> {
    await this.cancelExpense.execute(viewer, id, { reason: body.reason, returnedPhotoId: body.returnedPhotoId ?? null })
    return this.boards.view(viewer, id)
  }

  @Post('expenses/:id/payment')
  @ApiOperation({ summary: 'It has been paid, and this shows it' })
  @HttpCode(200)
  async pay(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Body() body: PaymentRequest): Promise<ExpenseView> {
    await this.payExpense.execute(viewer, id, body)
    return this.boards.view(viewer, id)
  }

  @Post('expenses/:id/posting')
  @ApiOperation({ summary: 'Enter what was paid into the book; needs an Idempotency-Key' })
  @HttpCode(200)
  async post(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Body() body: PostingRequest): Promise<ExpenseView> {
    await this.postExpense.execute(viewer, id, body.on)
    return this.boards.view(viewer, id)
  }
}
