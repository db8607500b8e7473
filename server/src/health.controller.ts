import { Controller, Get, Inject, Res } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { readHealth } from './health'
import { PLATFORM, type Platform } from './platform/platform.module'

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @ApiOperation({ summary: 'Does the database answer, and how far behind is the work that nobody waits for' })
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const health = await readHealth(this.platform)
    if (health.status !== 'ok') reply.code(503)
    return health
  }
}
