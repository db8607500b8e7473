import { Controller, Get, Inject, Param, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { RosterMonthAnswer } from '@huiying/shared/roster'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { rosterMonthOf } from './month.board'

/** A month of duty: seen, made, published, changed. */
@ApiTags('roster')
@ApiBearerAuth()
@Controller('api/roster/months/:month')
export class MonthsController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who sits in a village, or in all villages of my sub-district' })
  @ApiQuery({ name: 'villageId', required: false })
  async month(
    @CurrentViewer() viewer: Viewer,
    @Param('month') month: string,
    @Query('villageId') villageId?: string,
  ): Promise<RosterMonthAnswer> {
    return rosterMonthOf(this.reads, viewer, month, textOrNull(villageId), await this.clock.now())
  }
}

/** A repeated parameter comes as a list: which of them was meant nobody knows. */
function textOrNull(text: unknown): string | null {
  return typeof text === 'string' && text !== '' ? text : null
}
