import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { BookAnswer, DaySheetAnswer } from '@huiying/shared/roster'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { bookOf } from './book.board'
import { daySheetOf } from './day-sheet.board'
import { BookQuery, BookRequest, DaySheetQuery } from './desk-bodies'
import { WriteBookEntry } from './write-book-entry'

/** What comes of sitting: the book of what was settled, and what somebody did on a day. */
@ApiTags('roster')
@ApiBearerAuth()
@Controller('api/villages/:villageId')
export class DeskController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly writeBookEntry: WriteBookEntry,
  ) {}

  @Get('book')
  @ApiOperation({ summary: 'What was settled on the spot and what went to the special meeting, newest first' })
  async book(
    @CurrentViewer() viewer: Viewer,
    @Param('villageId') villageId: string,
    @Query() { month }: BookQuery,
  ): Promise<BookAnswer> {
    return bookOf(this.reads, viewer, villageId, month ?? null, await this.clock.now())
  }

  @Post('book')
  @ApiOperation({ summary: 'Write into the book what somebody came in with while one sat, and what became of it' })
  async write(
    @CurrentViewer() viewer: Viewer,
    @Param('villageId') villageId: string,
    @Body() { words, result, outcome }: BookRequest,
  ): Promise<BookAnswer> {
    await this.writeBookEntry.execute(viewer, villageId, { words, result, outcome })
    return bookOf(this.reads, viewer, villageId, null, await this.clock.now())
  }

  @Get('day-sheet')
  @ApiOperation({ summary: 'What somebody did on a day while he sat; it fills itself' })
  async daySheet(
    @CurrentViewer() viewer: Viewer,
    @Param('villageId') villageId: string,
    @Query() { on, personId }: DaySheetQuery,
  ): Promise<DaySheetAnswer> {
    const question = { villageId, on: on ?? null, personId: personId ?? null }
    return daySheetOf(this.reads, viewer, question, await this.clock.now())
  }
}
