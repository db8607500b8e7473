import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import { monthOf, type KeeperAnswer } from '@huiying/shared/ledger'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { AddSubAccount } from './add-sub-account'
import { AssertMonth } from './assert-month'
import {
  AssertionRequest, EntryRequest, KeepingQuery, OpenBookRequest, OpeningRequest, SubAccountRequest,
  SubAccountSwitchRequest, YearEndRequest,
} from './keeper-bodies'
import { keepingOf } from './keeper.board'
import { monthOfPath } from './month-of-path'
import { OpenBook } from './open-book'
import { PostOpening } from './post-opening'
import { PostOwnEntry } from './post-own-entry'
import { PostYearEnd } from './post-year-end'
import { PublishBookMonth } from './publish-book-month'
import { SwitchSubAccount } from './switch-sub-account'
import { WithdrawAssertion } from './withdraw-assertion'

/** The accountant's desk: all of it is for whoever keeps the book, which the room asks. */
@ApiTags('ledger')
@ApiBearerAuth()
@Controller('api')
export class KeeperController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly openBook: OpenBook,
    private readonly addSubAccount: AddSubAccount,
    private readonly switchSubAccount: SwitchSubAccount,
    private readonly postOpening: PostOpening,
    private readonly postOwnEntry: PostOwnEntry,
    private readonly postYearEnd: PostYearEnd,
    private readonly assertMonth: AssertMonth,
    private readonly withdrawAssertion: WithdrawAssertion,
    private readonly publishMonth: PublishBookMonth,
  ) {}

  @Post('villages/:villageId/books')
  @ApiOperation({ summary: 'Open the book of one of the village\'s legal bodies' })
  async open(
    @CurrentViewer() viewer: Viewer,
    @Param('villageId') villageId: string,
    @Body() { legalBody, firstMonth }: OpenBookRequest,
  ): Promise<KeeperAnswer> {
    const bookId = await this.openBook.execute(viewer, villageId, legalBody, firstMonth)
    return this.desk(viewer, bookId, firstMonth)
  }

  @Get('books/:bookId/keeping')
  @ApiOperation({ summary: 'The desk of whoever keeps the book: accounts, months, and entries of one month' })
  async keeping(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Query() { month, after }: KeepingQuery,
  ): Promise<KeeperAnswer> {
    return this.desk(viewer, bookId, month ?? null, after ?? null)
  }

  @Post('books/:bookId/accounts')
  @ApiOperation({ summary: 'Add an account below one of the chart\'s' })
  async addAccount(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Body() { code, name }: SubAccountRequest,
  ): Promise<KeeperAnswer> {
    await this.addSubAccount.execute(viewer, bookId, { code, name })
    return this.desk(viewer, bookId)
  }

  @Put('books/:bookId/accounts/:code')
  @ApiOperation({ summary: 'Let an account below the chart\'s take new lines, or none any more' })
  async switchAccount(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Param('code') code: string,
    @Body() { isActive }: SubAccountSwitchRequest,
  ): Promise<KeeperAnswer> {
    await this.switchSubAccount.execute(viewer, bookId, code, isActive)
    return this.desk(viewer, bookId)
  }

  @Post('books/:bookId/opening')
  @ApiOperation({ summary: 'Enter the balances that the book begins with' })
  async opening(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Body() { lines }: OpeningRequest,
  ): Promise<KeeperAnswer> {
    await this.postOpening.execute(viewer, bookId, lines)
    return this.desk(viewer, bookId)
  }

  @Post('books/:bookId/income')
  @ApiOperation({ summary: 'Enter money that came in; with a contract, as its rent' })
  income(@CurrentViewer() viewer: Viewer, @Param('bookId') bookId: string, @Body() body: EntryRequest): Promise<KeeperAnswer> {
    return this.post(viewer, bookId, 'income', body)
  }

  @Post('books/:bookId/manual')
  @ApiOperation({ summary: 'Enter what takes no money out: cash drawn, depreciation, what somebody owes' })
  manual(@CurrentViewer() viewer: Viewer, @Param('bookId') bookId: string, @Body() body: EntryRequest): Promise<KeeperAnswer> {
    return this.post(viewer, bookId, 'manual', body)
  }

  @Post('books/:bookId/year-end')
  @ApiOperation({ summary: 'Carry what the year earned and spent to the village\'s undistributed result' })
  async yearEnd(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Body() { year }: YearEndRequest,
  ): Promise<KeeperAnswer> {
    await this.postYearEnd.execute(viewer, bookId, year)
    return this.desk(viewer, bookId, `${year}-12`)
  }

  @Post('books/:bookId/months/:month/assertion')
  @ApiOperation({ summary: 'Hold the month against what the bank says' })
  async assert(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Param('month') month: string,
    @Body() { assertions }: AssertionRequest,
  ): Promise<KeeperAnswer> {
    await this.assertMonth.execute(viewer, bookId, monthOfPath(month), assertions.map((one) => ({ ...one })))
    return this.desk(viewer, bookId, month)
  }

  @Delete('books/:bookId/months/:month/assertion')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take the assertion back, as long as the month is not closed' })
  async withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Param('month') month: string,
  ): Promise<KeeperAnswer> {
    await this.withdrawAssertion.execute(viewer, bookId, monthOfPath(month))
    return this.desk(viewer, bookId, month)
  }

  @Post('books/:bookId/months/:month/publication')
  @ApiOperation({ summary: 'Put a closed month onto the wall and the phones' })
  async publish(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Param('month') month: string,
  ): Promise<KeeperAnswer> {
    await this.publishMonth.execute(viewer, bookId, monthOfPath(month))
    return this.desk(viewer, bookId, month)
  }

  private async post(viewer: Viewer, bookId: string, type: 'income' | 'manual', body: EntryRequest): Promise<KeeperAnswer> {
    const { on, purpose, counterparty, lines, photoIds, contractId } = body
    await this.postOwnEntry.execute(viewer, {
      bookId, type, on, purpose, counterparty: counterparty ?? null, lines: lines.map((line) => ({ ...line })),
      photoIds: photoIds ?? [], contractId: contractId ?? null,
    })
    return this.desk(viewer, bookId, monthOf(on))
  }

  private async desk(
    viewer: Viewer, bookId: string, month: string | null = null, after: string | null = null,
  ): Promise<KeeperAnswer> {
    return keepingOf(this.reads, viewer, { bookId, month, after }, await this.clock.now())
  }
}
