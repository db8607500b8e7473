import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger'
import type { DirectoryAnswer, SetDutyBody, Viewer } from '@huiying/shared/identity'
import { chinaDateOf, DomainError, isCalendarDate, startOfChinaDay, type EpochMs } from '@huiying/shared/kernel'
import { ArrayMaxSize, IsArray, IsString, Matches, MaxLength } from 'class-validator'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { directoryOf } from './directory.board'
import { SetDuty } from './set-duty'

class DutyOfDay implements SetDutyBody {
  @ApiProperty({ example: '2026-09-14' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '日期没写对，请写成 2026-09-14 这样' })
  readonly on!: string

  @ApiProperty({ type: [String], description: 'Nobody: the village falls back on its secretary.' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(32, { each: true })
  readonly personIds!: readonly string[]
}

@ApiTags('roster')
@ApiBearerAuth()
@Controller('api/villages/:villageId')
export class RosterController {
  constructor(
    private readonly setDuty: SetDuty,
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('directory')
  @ApiOperation({ summary: 'Whom one may @, and who sits today' })
  @ApiQuery({ name: 'on', required: false, example: '2026-09-14', description: 'As it is planned for that day' })
  async directory(
    @Param('villageId') villageId: string,
    @CurrentViewer() viewer: Viewer,
    @Query('on') on?: string,
  ): Promise<DirectoryAnswer> {
    const now = await this.clock.now()
    return directoryOf(this.reads, viewer, villageId, on === undefined ? now : instantOn(on, now))
  }

  @Put('duty')
  @ApiOperation({ summary: 'Say who sits on a day' })
  async duty(
    @Param('villageId') villageId: string,
    @Body() body: DutyOfDay,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DirectoryAnswer> {
    await this.setDuty.execute(viewer, villageId, body.on, body.personIds)
    return directoryOf(this.reads, viewer, villageId, instantOn(body.on, await this.clock.now()))
  }
}

/** Today as it is now, since a change for today begins at once; another day as it begins. */
function instantOn(date: string, now: EpochMs): EpochMs {
  if (!isCalendarDate(date)) throw new DomainError('identity.date-invalid')
  return date === chinaDateOf(now) ? now : startOfChinaDay(date)
}
