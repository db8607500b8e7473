import { Controller, Get, Inject, Query, Res } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FiguresAnswer, FigureTicketsAnswer } from '@huiying/shared/figures'
import type { Viewer } from '@huiying/shared/identity'
import type { FastifyReply } from 'fastify'
import type { Clock } from '../../platform/clock/clock'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { namedAs, XLSX } from '../../platform/workbook/workbook-wire'
import { figureTicketsOf } from './figure-tickets.board'
import { FigureTicketsQuery, PeriodQuery } from './figures-bodies'
import { figuresOf, type WantedPeriod } from './figures.board'
import { writeBrief } from './write-brief'

/** How the sub-district's villages kept their promises. */
@ApiTags('figures')
@ApiBearerAuth()
@Controller('api/figures')
export class FiguresController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What was raised in a period, by village, topic and kind; the three rates with what they are made of' })
  async figures(@CurrentViewer() viewer: Viewer, @Query() query: PeriodQuery): Promise<FiguresAnswer> {
    return figuresOf(this.reads, viewer, periodIn(query), await this.clock.now())
  }

  @Get('tickets')
  @ApiOperation({ summary: 'The tickets behind one number' })
  async tickets(@CurrentViewer() viewer: Viewer, @Query() query: FigureTicketsQuery): Promise<FigureTicketsAnswer> {
    const { measure, unitId = null, topicId = null, kind = null, cursor = null } = query
    const wanted = {
      ...periodIn(query), measure, inClass: query.class, unitId, topicId, kind, isOlder: query.isOlder === '1', cursor,
    }
    return figureTicketsOf(this.reads, viewer, wanted, await this.clock.now())
  }

  @Get('workbook')
  @ApiOperation({ summary: 'The brief as an .xlsx file: units and topics, no persons' })
  @ApiOkResponse({ content: { [XLSX]: {} } })
  async workbook(
    @CurrentViewer() viewer: Viewer,
    @Query() query: PeriodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await figuresOf(this.reads, viewer, periodIn(query), await this.clock.now())
    const { subDistrict, fromOn, toOn } = answer
    const name = namedAs('attachment', `brief-${fromOn}-${toOn}.xlsx`, `${subDistrict.name}诉求简报${fromOn}至${toOn}.xlsx`)
    const headers = { 'content-disposition': name, 'cache-control': 'private, no-store' }
    return reply.type(XLSX).headers(headers).send(await writeBrief(answer))
  }
}

function periodIn({ fromOn, toOn }: PeriodQuery): WantedPeriod {
  return { fromOn: fromOn ?? null, toOn: toOn ?? null }
}
