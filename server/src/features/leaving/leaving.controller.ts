import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger'
import type { LeavingBody, Viewer } from '@huiying/shared/identity'
import { Equals } from 'class-validator'
import { CurrentViewer } from '../../platform/http'
import { LeaveForGood } from './leave-for-good'

class Leaving implements LeavingBody {
  @ApiProperty({ description: 'Said on purpose: there is no way back.' })
  @Equals(true)
  readonly isSure!: true
}

@ApiTags('me')
@ApiBearerAuth()
@Controller('api/me')
export class LeavingController {
  constructor(private readonly leaveForGood: LeaveForGood) {}

  @Post('leaving')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete my account: the person is anonymised, what was said stays' })
  leave(@Body() _body: Leaving, @CurrentViewer() viewer: Viewer): Promise<void> {
    return this.leaveForGood.execute(viewer)
  }
}
