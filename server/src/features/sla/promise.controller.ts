import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { PromiseAnswer, PromiseView, SlaTerms } from '@huiying/shared/sla'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { PromiseRequest } from './promise-bodies'
import { promiseAnswerOf, villagePromise } from './promise.board'
import { SetPromise } from './set-promise'

/** By when somebody answers, and who says so. */
@ApiTags('promise')
@ApiBearerAuth()
@Controller('api')
export class PromiseController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly setPromise: SetPromise,
  ) {}

  @Get('villages/:villageId/promise')
  @ApiOperation({ summary: 'By when somebody answers what is said now in a village, by kind' })
  async ofVillage(@CurrentViewer() viewer: Viewer, @Param('villageId') villageId: string): Promise<PromiseView> {
    return villagePromise(this.reads, viewer, villageId, await this.clock.now())
  }

  @Get('promise')
  @ApiOperation({ summary: "My sub-district's terms: in force, planned, past" })
  async terms(@CurrentViewer() viewer: Viewer): Promise<PromiseAnswer> {
    return promiseAnswerOf(this.reads, viewer, await this.clock.now())
  }

  @Put('promise')
  @ApiOperation({ summary: 'Set the terms as staff or admin, from tomorrow at the earliest; what runs keeps its own' })
  async put(@CurrentViewer() viewer: Viewer, @Body() body: PromiseRequest): Promise<PromiseAnswer> {
    await this.setPromise.execute(viewer, {
      firstOn: body.firstOn,
      terms: body.terms === null ? null : plain(body.terms),
      basedOnVersion: body.basedOnVersion,
    })
    return promiseAnswerOf(this.reads, viewer, await this.clock.now())
  }
}

/** What is kept is what was asked for, field by field, and nothing beside it. */
function plain({ serviceHours, ...terms }: SlaTerms): SlaTerms {
  return serviceHours == null ? { ...terms } : { ...terms, serviceHours: { ...serviceHours } }
}
