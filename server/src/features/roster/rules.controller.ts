import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { MarksAnswer, RosterPolicyAnswer, ServiceCentresAnswer } from '@huiying/shared/roster'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { MarksRequest, RosterPolicyRequest, ServiceCentreRequest } from './month-bodies'
import { rosterPolicyAnswerOf } from './policy.board'
import { serviceCentresOf } from './service-centres.board'
import { SetMarks } from './set-marks'
import { SetPolicy } from './set-policy'
import { SetServiceCentre } from './set-service-centre'

/** What the months are made by: the sub-district's terms, and which villages leaders are to visit. */
@ApiTags('roster')
@ApiBearerAuth()
@Controller('api')
export class RulesController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly setPolicy: SetPolicy,
    private readonly setMarks: SetMarks,
    private readonly setServiceCentre: SetServiceCentre,
  ) {}

  @Get('roster/policy')
  @ApiOperation({ summary: 'The terms set last, and from which day on they count' })
  async policy(@CurrentViewer() viewer: Viewer): Promise<RosterPolicyAnswer> {
    return rosterPolicyAnswerOf(this.reads, viewer, await this.clock.now())
  }

  @Put('roster/policy')
  @ApiOperation({ summary: 'Set the terms as the admin of the sub-district, from tomorrow on, for months made then' })
  async put(@CurrentViewer() viewer: Viewer, @Body() { terms }: RosterPolicyRequest): Promise<RosterPolicyAnswer> {
    await this.setPolicy.execute(viewer, { ...terms })
    return rosterPolicyAnswerOf(this.reads, viewer, await this.clock.now())
  }

  @Put('villages/:villageId/marks')
  @ApiOperation({ summary: 'Say why leaders are to visit a village' })
  async mark(
    @CurrentViewer() viewer: Viewer,
    @Param('villageId') villageId: string,
    @Body() { marks }: MarksRequest,
  ): Promise<MarksAnswer> {
    return { marks: await this.setMarks.execute(viewer, villageId, marks) }
  }

  @Get('roster/centres')
  @ApiOperation({ summary: 'Of which villages it is known where their service centre stands' })
  centres(@CurrentViewer() viewer: Viewer): Promise<ServiceCentresAnswer> {
    return serviceCentresOf(this.reads, viewer)
  }

  @Put('villages/:villageId/service-centre')
  @ApiOperation({ summary: 'Say where a village\'s service centre stands, for the location circle, or take it away' })
  async centre(
    @CurrentViewer() viewer: Viewer,
    @Param('villageId') villageId: string,
    @Body() { latitude, longitude }: ServiceCentreRequest,
  ): Promise<ServiceCentresAnswer> {
    // Half a point is none; the rule says so.
    const point = latitude === null ? null : { latitude, longitude: longitude ?? Number.NaN }
    await this.setServiceCentre.execute(viewer, villageId, point)
    return serviceCentresOf(this.reads, viewer)
  }
}
