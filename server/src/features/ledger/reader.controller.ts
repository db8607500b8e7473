import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import {
  isMonth, type BooksAnswer, type EntriesAnswer, type EntryView, type FinanceAnswer, type HoldingsAnswer, type Month,
  type ObjectionsAnswer,
} from '@huiying/shared/ledger'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { AnswerObjection } from './answer-objection'
import { entriesOf } from './entries.board'
import { entryViewOf } from './entry-view.board'
import { financeOf } from './finance.board'
import { holdingsOf } from './holdings.board'
import { objectionsOf } from './objections.board'
import { RaiseObjection } from './raise-objection'
import { booksOf } from './readable-book.board'
import { ObjectionAnswerRequest, ObjectionRequest } from './reader-bodies'

/** The open ledger as the village and its superiors read it; for everybody else it is not there. */
@ApiTags('ledger')
@ApiBearerAuth()
@Controller('api')
export class ReaderController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly raiseObjection: RaiseObjection,
    private readonly answerObjection: AnswerObjection,
  ) {}

  @Get('villages/:villageId/books')
  @ApiOperation({ summary: "The village's books, one for each legal body" })
  async books(@CurrentViewer() viewer: Viewer, @Param('villageId') villageId: string): Promise<BooksAnswer> {
    return { books: await booksOf(this.reads, viewer, villageId) }
  }

  @Get('books/:bookId')
  @ApiOperation({ summary: 'The finance page: what is left, in and out by month and year, what for, and the newest entries' })
  async finance(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Query('month') month?: string,
  ): Promise<FinanceAnswer> {
    return financeOf(this.reads, viewer, bookId, monthOrNull(month), await this.clock.now())
  }

  @Get('books/:bookId/entries')
  @ApiOperation({ summary: 'Entries, newest first, 20 a page; of a month, of an account, or of both' })
  entries(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Query('month') month?: string,
    @Query('after') after?: string,
    @Query('account') account?: string,
  ): Promise<EntriesAnswer> {
    return entriesOf(this.reads, viewer, {
      bookId, month: monthOrNull(month), account: accountOrNull(account), before: positionOrNull(after),
    })
  }

  @Get('entries/:entryId')
  @ApiOperation({ summary: 'One entry with all that stands behind it, and the very content of its leaf' })
  async entry(@CurrentViewer() viewer: Viewer, @Param('entryId') entryId: string): Promise<EntryView> {
    return entryViewOf(this.reads, viewer, entryId, await this.clock.now())
  }

  @Get('books/:bookId/holdings')
  @ApiOperation({ summary: 'Assets, resources and contracts, with rent that is overdue' })
  async holdings(@CurrentViewer() viewer: Viewer, @Param('bookId') bookId: string): Promise<HoldingsAnswer> {
    return holdingsOf(this.reads, viewer, bookId, await this.clock.now())
  }

  @Get('books/:bookId/objections')
  @ApiOperation({ summary: 'What residents doubted about published months, and the answers' })
  async objections(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Query('month') month?: string,
  ): Promise<ObjectionsAnswer> {
    return objectionsOf(this.reads, viewer, bookId, monthOrNull(month), await this.clock.now())
  }

  @Post('books/:bookId/months/:month/objections')
  @ApiOperation({ summary: 'Doubt a published month while its notice runs; needs an Idempotency-Key' })
  async object(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Param('month') month: string,
    @Body() { words, entryId }: ObjectionRequest,
  ): Promise<ObjectionsAnswer> {
    await this.raiseObjection.execute(viewer, { bookId, month, words, entryId: entryId ?? null })
    return objectionsOf(this.reads, viewer, bookId, month, await this.clock.now())
  }

  @Post('objections/:objectionId/answer')
  @ApiOperation({ summary: 'Answer a doubt as accountant, secretary, director or supervisor, once' })
  @HttpCode(200)
  async answer(
    @CurrentViewer() viewer: Viewer,
    @Param('objectionId') objectionId: string,
    @Body() { words }: ObjectionAnswerRequest,
  ): Promise<ObjectionsAnswer> {
    const { bookId, month } = await this.answerObjection.execute(viewer, objectionId, words)
    return objectionsOf(this.reads, viewer, bookId, month, await this.clock.now())
  }
}

/** A repeated parameter comes as a list, and anything else that is no month gives all. */
function monthOrNull(text: unknown): Month | null {
  return typeof text === 'string' && isMonth(text) ? text : null
}

function accountOrNull(text: unknown): string | null {
  return typeof text === 'string' && /^\d{3,12}$/.test(text) ? text : null
}

/** A position we gave out; anything else begins at the top. */
function positionOrNull(text: unknown): number | null {
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null
}
