import { Controller, Get, Query, Req, Res, type OnModuleInit } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger'
import { DomainError } from '@huiying/shared/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PassThrough } from 'node:stream'
import { tokenOf } from '../../platform/http'
import type { BoardLine } from './live-board'
import { LiveBoards } from './live-boards'

/** Whoever reads so slowly that this much waits for him is let go; he comes again. */
const UNREAD_BYTES = 2 * 1_024 * 1_024

/** The board as server-sent events, for a desk. The token stays in its header: addresses end up in logs. */
@ApiTags('tickets')
@ApiBearerAuth()
@Controller('api')
export class LiveBoardController implements OnModuleInit {
  constructor(
    private readonly boards: LiveBoards,
    private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    // Before the server waits for its lines to end: these end only when they are told to. A description has no server.
    const fastify = this.host.httpAdapter?.getInstance<FastifyInstance | undefined>()
    fastify?.addHook?.('preClose', async () => this.boards.endAll())
  }

  @Get('board/live')
  @ApiOperation({ summary: 'The board, and again whenever it changes: events `board` and `end`' })
  @ApiProduces('text/event-stream')
  @ApiQuery({ name: 'once', required: false, description: 'Ends after the first board.' })
  live(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('once') once?: string): void {
    const token = tokenOf(request)
    if (token === null) throw new DomainError('session.missing')
    const stream = new PassThrough()
    const stop = this.boards.watch(token, lineOn(stream, once !== undefined))
    stream.once('close', stop)
    void reply
      .type('text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store, no-transform')
      // nginx would hold the events back until it has a bufferful.
      .header('x-accel-buffering', 'no')
      .send(stream)
  }
}

function lineOn(stream: PassThrough, isOnce: boolean): BoardLine {
  const say = (text: string): void => {
    if (stream.writableEnded) return
    if (stream.writableLength > UNREAD_BYTES) stream.destroy()
    else stream.write(text)
  }
  return {
    show: (board) => {
      say(`event: board\ndata: ${JSON.stringify(board)}\n\n`)
      if (isOnce) stream.end()
    },
    beat: () => say(':\n\n'),
    end: (code) => {
      say(`event: end\ndata: ${JSON.stringify({ code })}\n\n`)
      stream.end()
    },
  }
}
