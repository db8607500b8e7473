import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger'
import type { BindPhoneBody, Me, MembershipRequestBody, Viewer } from '@huiying/shared/identity'
import { IsOptional, IsString, Length, MaxLength } from 'class-validator'
import { CurrentViewer } from '../../platform/http'
import { BindPhone } from './bind-phone'
import { RequestMembership } from './request-membership'
import { ShowMe } from './show-me'

class BindPhoneWith implements BindPhoneBody {
  @ApiPropertyOptional({ description: "What WeChat's phone-number button gave; left out when the number is known by now." })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  readonly code?: string

  @ApiPropertyOptional({ description: 'Which of several people who share the number.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly name?: string
}

class MembershipClaim implements MembershipRequestBody {
  @ApiProperty()
  @IsString()
  @Length(1, 32)
  readonly villageId!: string

  @ApiProperty()
  @IsString()
  @MaxLength(200)
  readonly name!: string

  @ApiPropertyOptional({ description: 'For the cadre who decides: which house, whose daughter-in-law.' })
  @IsOptional()
  @IsString()
  @MaxLength(400, { message: '留言写得太长了，请写 100 个字以内' })
  readonly note?: string
}

@ApiTags('me')
@ApiBearerAuth()
@Controller('api/me')
export class MeController {
  constructor(
    private readonly showMe: ShowMe,
    private readonly bindPhone: BindPhone,
    private readonly requestMembership: RequestMembership,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who I am, what posts I hold now' })
  me(@CurrentViewer() viewer: Viewer): Promise<Me> {
    return this.showMe.execute(viewer.accountId)
  }

  @Post('phone')
  @HttpCode(200)
  @ApiOperation({ summary: 'Be recognised by the phone number WeChat vouches for' })
  async phone(@Body() body: BindPhoneWith, @CurrentViewer() viewer: Viewer): Promise<Me> {
    await this.bindPhone.execute(viewer, body.code ?? null, body.name?.trim() || null)
    return this.showMe.execute(viewer.accountId)
  }

  @Post('membership-requests')
  @ApiOperation({ summary: 'Ask a village to be let in' })
  async join(@Body() body: MembershipClaim, @CurrentViewer() viewer: Viewer): Promise<Me> {
    await this.requestMembership.execute(viewer, { ...body, note: body.note ?? '' })
    return this.showMe.execute(viewer.accountId)
  }
}
