import { Controller, Get, Header, HttpCode, Inject, Post, Query, Req } from '@nestjs/common'
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger'
import { DomainError } from '@huiying/shared/kernel'
import type { FastifyRequest } from 'fastify'
import type { Clock } from '../../../platform/clock/clock'
import type { Config } from '../../../platform/config'
import { AskingTurns } from '../../../platform/http/asking-turns'
import { CLOCK, CONFIG } from '../../../platform/platform.module'
import { isSignedPush, mediaVerdictIn, openPush, type PushQuery } from '../../../platform/wechat'
import { HearVerdict } from './hear-verdict'

type Signed = Readonly<Record<string, unknown>>

/** Where WeChat sends what it says by itself. Nobody has a session here: each message is signed. */
@ApiTags('wechat')
@Controller('api/wechat/push')
export class WeChatPushController {
  /** Of what was not signed; WeChat itself may come as often as it likes. */
  private readonly turns = new AskingTurns()

  constructor(
    private readonly hearVerdict: HearVerdict,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiOperation({ summary: 'WeChat makes sure that this address is ours: answers `echostr` of a signed request' })
  async verify(@Query() query: Signed, @Req() request: FastifyRequest): Promise<string> {
    const { weChatPush } = this.config
    const echo = query['echostr']
    const now = await this.clock.now()
    const isGenuine = weChatPush !== null && isSignedPush(weChatPush, signatureIn(query), now)
    if (!isGenuine || typeof echo !== 'string') throw this.refusal(request, now)
    return echo
  }

  @Post()
  @HttpCode(200)
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiBody({ schema: { type: 'object' } })
  @ApiOperation({ summary: 'A message of WeChat, signed; of all there are, verdicts on pictures and recordings are heard' })
  async hear(@Query() query: Signed, @Req() request: FastifyRequest): Promise<string> {
    const { weChatPush } = this.config
    const now = await this.clock.now()
    const event = weChatPush === null ? null : openPush(weChatPush, signatureIn(query), bodyOf(request), now)
    if (event === null) throw this.refusal(request, now)
    const verdict = mediaVerdictIn(event)
    if (verdict !== null) await this.hearVerdict.execute(verdict)
    // Anything else, and WeChat says the same again, or that the server is ill.
    return 'success'
  }

  private refusal({ ip }: FastifyRequest, now: number): DomainError {
    return new DomainError(this.turns.take(ip, now) ? 'push.refused' : 'request.too-many')
  }
}

function signatureIn(query: Signed): PushQuery {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name] : '')
  return {
    signature: text('signature'), timestamp: text('timestamp'), nonce: text('nonce'), msgSignature: text('msg_signature'),
  }
}

/** Its JSON may come under the name of XML or of plain text. */
function bodyOf({ body }: FastifyRequest): unknown {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body) as unknown
  } catch {
    return null
  }
}
