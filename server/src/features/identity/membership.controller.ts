import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger'
import type { MembershipDecisionBody, MembershipRequestsAnswer, Viewer } from '@huiying/shared/identity'
import { IsBoolean } from 'class-validator'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { DecideMembership } from './decide-membership'
import { membershipRequestsOf } from './membership-requests.board'

class MembershipDecision implements MembershipDecisionBody {
  @ApiProperty()
  @IsBoolean()
  readonly approve!: boolean
}

@ApiTags('membership')
@ApiBearerAuth()
@Controller('api')
export class MembershipController {
  constructor(
    private readonly decideMembership: DecideMembership,
    private readonly reads: ReadDatabase,
  ) {}

  @Get('villages/:villageId/membership-requests')
  @ApiOperation({ summary: 'Who asks to be let in' })
  waiting(@Param('villageId') villageId: string, @CurrentViewer() viewer: Viewer): Promise<MembershipRequestsAnswer> {
    return membershipRequestsOf(this.reads, viewer, villageId)
  }

  @Post('membership-requests/:id/decision')
  @HttpCode(200)
  @ApiOperation({ summary: 'Yes or no; answers who is still waiting' })
  async decide(
    @Param('id') id: string,
    @Body() body: MembershipDecision,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MembershipRequestsAnswer> {
    const { villageId } = await this.decideMembership.execute(viewer, id, body.approve)
    return membershipRequestsOf(this.reads, viewer, villageId)
  }
}
