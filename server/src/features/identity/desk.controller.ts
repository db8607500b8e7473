import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common'
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger'
import {
  browserKindOf,
  type DeskAskingAnswer, type DeskCodeBody, type DeskDecisionBody, type DeskFetchAnswer, type DeskFetchBody,
  type DeskSignInAnswer, type DevicesAnswer, type Viewer,
} from '@huiying/shared/identity'
import { IsBoolean, IsString, Length, Matches } from 'class-validator'
import type { FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock/clock'
import type { Config } from '../../platform/config'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer, tokenOf } from '../../platform/http'
import { qrSvg } from '../../platform/paper/qr-svg'
import { CLOCK, CONFIG } from '../../platform/platform.module'
import { AskAtDesk } from './ask-at-desk'
import { DecideDesk } from './decide-desk'
import { devicesOf } from './devices.board'
import { FetchDeskSession } from './fetch-desk-session'
import { RevokeDevice } from './revoke-device'
import { ShowMe } from './show-me'
import { TypeDeskCode } from './type-desk-code'

class DeskFetch implements DeskFetchBody {
  @ApiProperty({ description: 'What POST /api/session/desk gave to this browser.' })
  @IsString()
  @Length(16, 128)
  readonly secret!: string
}

class DeskCode implements DeskCodeBody {
  @ApiProperty({ description: 'Six digits, as the browser shows them.' })
  @IsString()
  @Matches(/^\d{6}$/, { message: '请输电脑上的 6 个数字' })
  readonly code!: string
}

class DeskDecision implements DeskDecisionBody {
  @ApiProperty()
  @IsBoolean()
  readonly approve!: boolean
}

/** Signing in at a desk by a code that is confirmed on a signed-in phone; and where one is signed in. */
@ApiTags('desk')
@Controller('api')
export class DeskController {
  constructor(
    private readonly askAtDesk: AskAtDesk,
    private readonly fetchDeskSession: FetchDeskSession,
    private readonly typeDeskCode: TypeDeskCode,
    private readonly decideDesk: DecideDesk,
    private readonly revokeDevice: RevokeDevice,
    private readonly showMe: ShowMe,
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('session/desk')
  @ApiOperation({ summary: 'A browser asks to be let in' })
  async ask(@Req() request: FastifyRequest): Promise<DeskSignInAnswer> {
    const asked = await this.askAtDesk.execute(browserKindOf(request.headers['user-agent']), request.ip)
    // Without an address of its own the code is read by the mini-program's scanner only.
    const page = `${this.config.publicUrl ?? 'huiying:'}/#/packages/account/desk/index`
    return { ...asked, qrSvg: qrSvg(`${page}?code=${asked.code}`) }
  }

  @Post('session/desk/fetch')
  @HttpCode(200)
  @ApiOperation({ summary: 'How far the browser is; once confirmed, its session' })
  async fetch(@Body() { secret }: DeskFetch): Promise<DeskFetchAnswer> {
    const fetched = await this.fetchDeskSession.execute(secret)
    if (typeof fetched === 'string') return { state: fetched }
    return { state: 'approved', session: await this.showMe.withSession(fetched) }
  }

  @Post('session/desk/code')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'On the phone: the code that the browser shows' })
  type(@Body() { code }: DeskCode, @CurrentViewer() viewer: Viewer): Promise<DeskAskingAnswer> {
    return this.typeDeskCode.execute(viewer, code)
  }

  @Post('session/desk/:signInId/decision')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'On the phone: yes or no to that browser' })
  decide(
    @Param('signInId') signInId: string, @Body() { approve }: DeskDecision, @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.decideDesk.execute(viewer, signInId, approve)
  }

  @Get('me/devices')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Where I am signed in' })
  devices(@CurrentViewer() viewer: Viewer, @Req() request: FastifyRequest): Promise<DevicesAnswer> {
    return this.#devices(viewer, request)
  }

  @Delete('me/devices/:deviceId')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Sign out there; answers where I still am' })
  async revoke(
    @Param('deviceId') deviceId: string, @CurrentViewer() viewer: Viewer, @Req() request: FastifyRequest,
  ): Promise<DevicesAnswer> {
    await this.revokeDevice.execute(viewer, deviceId)
    return this.#devices(viewer, request)
  }

  async #devices(viewer: Viewer, request: FastifyRequest): Promise<DevicesAnswer> {
    const now = await this.clock.now()
    return devicesOf(this.reads, this.config.weChat.appId, viewer, tokenOf(request) ?? '', now)
  }
}
