import { Controller, Get, Inject, Param } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { DirectoryAnswer, Viewer } from '@huiying/shared/identity'
import type { SittingAnswer } from '@huiying/shared/roster'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { directoryOf } from './directory.board'
import { sittingOf } from './sitting.board'

@ApiTags('roster')
@ApiBearerAuth()
@Controller('api/villages/:villageId')
export class RosterController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('directory')
  @ApiOperation({ summary: 'Whom one may @, and who sits now' })
  async directory(@Param('villageId') villageId: string, @CurrentViewer() viewer: Viewer): Promise<DirectoryAnswer> {
    return directoryOf(this.reads, viewer, villageId, await this.clock.now())
  }

  @Get('sitting')
  @ApiOperation({ summary: 'Who sits in the village now, this month, and next month as far as it is published' })
  async sitting(@Param('villageId') villageId: string, @CurrentViewer() viewer: Viewer): Promise<SittingAnswer> {
    return sittingOf(this.reads, viewer, villageId, await this.clock.now())
  }
}
