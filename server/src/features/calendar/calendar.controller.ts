import { Body, Controller, Get, Param, Put } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { CalendarAnswer } from '@huiying/shared/calendar'
import type { Viewer } from '@huiying/shared/identity'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { calendarAnswerOf } from './calendar.board'
import { CalendarYearRequest } from './calendar-bodies'
import { EnterCalendarYear } from './enter-calendar-year'

@ApiTags('calendar')
@ApiBearerAuth()
@Controller('api/calendar')
export class CalendarController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly enterCalendarYear: EnterCalendarYear,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Days off and make-up days of the years that are known, and where they are written' })
  years(@CurrentViewer() viewer: Viewer): Promise<CalendarAnswer> {
    return calendarAnswerOf(this.reads, viewer)
  }

  @Put(':year')
  @ApiOperation({ summary: "Enter a year's days off as the admin of the sub-district" })
  async enter(
    @CurrentViewer() viewer: Viewer,
    @Param('year') year: string,
    @Body() { source, holidays, makeUpDays }: CalendarYearRequest,
  ): Promise<CalendarAnswer> {
    await this.enterCalendarYear.execute(viewer, {
      year: Number(year),
      source,
      holidays: holidays.map(({ name, fromOn, toOn }) => ({ name, fromOn, toOn })),
      makeUpDays,
    })
    return calendarAnswerOf(this.reads, viewer)
  }
}
