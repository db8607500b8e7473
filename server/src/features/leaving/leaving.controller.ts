import { Controller, HttpCode, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import { CurrentViewer } from '../../platform/http'
import { LeaveForGood } from './leave-for-good'

@ApiTags('me')
@ApiBearerAuth()
@Controller('api/me')
export class LeavingController {
  constructor(private readonly leaveForGood: LeaveForGood) {}

  @Post('leaving')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete my account: the person is anonymised, what was said stays' })
  leave(@CurrentViewer() viewer: Viewer): Promise<void> {
    return this.leaveForGood.execute(viewer)
  }
}
