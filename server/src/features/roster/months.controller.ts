import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { ChangeCellsAnswer, RosterChangesAnswer, RosterMonthAnswer } from '@huiying/shared/roster'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { ChangeCells } from './change-cells'
import { rosterChangesOf } from './changes.board'
import { GenerateMonth } from './generate-month'
import { ChangeCellsRequest, ChangesQuery, GenerateRequest, MonthQuery, PublishRequest } from './month-bodies'
import { rosterMonthOf } from './month.board'
import { PublishMonth } from './publish-month'

/** A month of duty: seen, made, published, changed. */
@ApiTags('roster')
@ApiBearerAuth()
@Controller('api/roster/months/:month')
export class MonthsController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly generateMonth: GenerateMonth,
    private readonly publishMonth: PublishMonth,
    private readonly changeCells: ChangeCells,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who sits in a village, or in all villages of my sub-district' })
  async month(
    @CurrentViewer() viewer: Viewer,
    @Param('month') month: string,
    @Query() { villageId }: MonthQuery,
  ): Promise<RosterMonthAnswer> {
    return rosterMonthOf(this.reads, viewer, month, villageId ?? null, await this.clock.now())
  }

  @Get('changes')
  @ApiOperation({ summary: 'What was changed after a revision, newest first' })
  async changes(
    @CurrentViewer() viewer: Viewer,
    @Param('month') month: string,
    @Query() { villageId, since }: ChangesQuery,
  ): Promise<RosterChangesAnswer> {
    const wanted = { month, villageId: villageId ?? null, since: since ?? 0 }
    return rosterChangesOf(this.reads, viewer, wanted, await this.clock.now())
  }

  @Post('generation')
  @ApiOperation({ summary: 'Make the month, or make its draft anew; what was set by hand is kept unless told otherwise' })
  @HttpCode(200)
  async generate(
    @CurrentViewer() viewer: Viewer,
    @Param('month') month: string,
    @Body() { keepEdits }: GenerateRequest,
  ): Promise<RosterMonthAnswer> {
    await this.generateMonth.execute(viewer, month, { keepEdits: keepEdits ?? true })
    return rosterMonthOf(this.reads, viewer, month, null, await this.clock.now())
  }

  @Post('publication')
  @ApiOperation({ summary: 'Put the month in force; with holes only if one says so' })
  @HttpCode(200)
  async publish(
    @CurrentViewer() viewer: Viewer,
    @Param('month') month: string,
    @Body() { seenRevision, acceptHoles }: PublishRequest,
  ): Promise<RosterMonthAnswer> {
    await this.publishMonth.execute(viewer, month, { seenRevision, acceptHoles: acceptHoles ?? false })
    return rosterMonthOf(this.reads, viewer, month, null, await this.clock.now())
  }

  @Post('changes')
  @ApiOperation({ summary: 'Change cells, all or none; each says whom one saw there' })
  @HttpCode(200)
  change(
    @CurrentViewer() viewer: Viewer,
    @Param('month') month: string,
    @Body() { changes }: ChangeCellsRequest,
  ): Promise<ChangeCellsAnswer> {
    return this.changeCells.execute(viewer, month, changes)
  }
}
