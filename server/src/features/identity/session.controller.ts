import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger'
import type { SessionAnswer, SignOutBody, Viewer, WeChatSignInBody } from '@huiying/shared/identity'
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator'
import type { FastifyRequest } from 'fastify'
import { CurrentViewer, tokenOf } from '../../platform/http'
import { CloudCaller } from './cloud-caller'
import { ShowMe } from './show-me'
import { SignInWithWeChat } from './sign-in-with-wechat'
import { SignOut } from './sign-out'
import { SignOutEverywhere } from './sign-out-everywhere'

class WeChatSignIn implements WeChatSignInBody {
  @ApiProperty({ description: 'What wx.login gave; works once, for five minutes.' })
  @IsString()
  @Length(1, 128)
  readonly code!: string
}

class SignOutChoice implements SignOutBody {
  @ApiPropertyOptional({ description: 'All phones, browsers and accounts of the person, not this one only.' })
  @IsOptional()
  @IsBoolean()
  readonly everywhere?: boolean

  @ApiPropertyOptional({ description: 'With `everywhere`: all but this one.' })
  @IsOptional()
  @IsBoolean()
  readonly keepThis?: boolean
}

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly signInWithWeChat: SignInWithWeChat,
    private readonly signOut: SignOut,
    private readonly signOutEverywhere: SignOutEverywhere,
    private readonly showMe: ShowMe,
    private readonly cloudCaller: CloudCaller,
  ) {}

  @Post('wechat')
  @ApiOperation({ summary: 'Sign in with WeChat' })
  async withWeChat(@Body() body: WeChatSignIn, @Req() request: FastifyRequest): Promise<SessionAnswer> {
    const session = await this.signInWithWeChat.execute(body.code, this.cloudCaller.of(request.headers))
    return this.showMe.withSession(session)
  }

  @Post('sign-out')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'End this session, or all of the person' })
  async out(
    @Body() body: SignOutChoice,
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const token = tokenOf(request)
    if (body.everywhere === true) await this.signOutEverywhere.execute(viewer, body.keepThis === true ? token : null)
    else if (token !== null) await this.signOut.execute(token)
  }
}
