import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { RosterWeekAnswer } from '@huiying/shared/roster'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { RosterOrderRequest, WeekQuery } from './desk-bodies'
import { IssueRosterOrder } from './issue-roster-order'
import { rosterWeekOf } from './week.board'

/** What the sub-district looks after. */
@ApiTags('roster')
@ApiBearerAuth()
@Controller('api/roster')
export class WeekController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly issueRosterOrder: IssueRosterOrder,
  ) {}

  @Get('week')
  @ApiOperation({ summary: 'What of a week is not as it should be: holes, absences, visits owed' })
  async week(@CurrentViewer() viewer: Viewer, @Query() { from }: WeekQuery): Promise<RosterWeekAnswer> {
    return rosterWeekOf(this.reads, viewer, from ?? null, await this.clock.now())
  }

  @Post('orders')
  @ApiOperation({ summary: 'Issue a supervision order about a hole, an absence or a visit owed, once for each' })
  async issue(
    @CurrentViewer() viewer: Viewer,
    @Body() { cause, subjectId }: RosterOrderRequest,
  ): Promise<RosterWeekAnswer> {
    await this.issueRosterOrder.execute(viewer, { cause, subjectId })
    return rosterWeekOf(this.reads, viewer, null, await this.clock.now())
  }
}
