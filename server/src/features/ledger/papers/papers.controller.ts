import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { StatementsAnswer } from '@huiying/shared/ledger'
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator'
import type { FastifyReply } from 'fastify'
import type { Clock } from '../../../platform/clock/clock'
import type { Config } from '../../../platform/config'
import { ReadDatabase } from '../../../platform/database/read-database'
import { CurrentViewer } from '../../../platform/http'
import { CLOCK, CONFIG } from '../../../platform/platform.module'
import { PAPER_SIZES, type PaperSize } from '../../../platform/paper/paper-document'
import { namedAs, XLSX } from '../../../platform/workbook/workbook-wire'
import { drawStatements } from './draw-statements'
import { drawWall } from './draw-wall'
import { monthWords } from './paper-words'
import { statementsOf } from './statements.board'
import { wallPaperOf } from './wall-paper.board'
import { wallFileName } from './wall-words'
import { writeStatements } from './write-statements'

const PDF = 'application/pdf'

class MonthQuery {
  @ApiPropertyOptional({ description: '"2026-09"; left out: the month that runs' })
  @IsOptional() @IsString() @MaxLength(7)
  readonly month?: string
}

class WallQuery extends MonthQuery {
  @ApiProperty({ enum: PAPER_SIZES, required: false, description: 'left out: A3' })
  @IsOptional() @IsIn(PAPER_SIZES, { message: '纸只有 A4 和 A3 两种，请选一种' })
  readonly size?: PaperSize
}

/** A book on paper and as files, for whoever may read it. */
@ApiTags('ledger')
@ApiBearerAuth()
@Controller('api/books/:bookId')
export class PapersController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('statements')
  @ApiOperation({ summary: 'The three statements of a month' })
  async statements(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Query() { month }: MonthQuery,
  ): Promise<StatementsAnswer> {
    return statementsOf(this.reads, viewer, bookId, month ?? null, await this.clock.now())
  }

  @Get('statements/workbook')
  @ApiOperation({ summary: 'The statements as an .xlsx file, one to a sheet' })
  @ApiOkResponse({ content: { [XLSX]: {} } })
  async workbook(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Query() { month }: MonthQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await statementsOf(this.reads, viewer, bookId, month ?? null, await this.clock.now())
    const name = namedAs('attachment', `statements-${answer.month}.xlsx`, `${nameOf(answer)}.xlsx`)
    return reply.type(XLSX).headers(under(name)).send(await writeStatements(answer))
  }

  @Get('statements/sheet')
  @ApiOperation({ summary: 'The statements as a PDF to be signed, one to a page' })
  @ApiOkResponse({ content: { [PDF]: {} } })
  async sheet(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Query() { month }: MonthQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = await this.clock.now()
    const answer = await statementsOf(this.reads, viewer, bookId, month ?? null, now)
    const name = namedAs('inline', `statements-${answer.month}.pdf`, `${nameOf(answer)}.pdf`)
    return reply.type(PDF).headers(under(name)).send(await drawStatements(answer, now))
  }

  @Get('wall')
  @ApiOperation({ summary: 'The month as a PDF for the public board, with its fingerprint and a QR code to check it by' })
  @ApiOkResponse({ content: { [PDF]: {} } })
  async wall(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Query() { month, size = 'A3' }: WallQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = await this.clock.now()
    const paper = await wallPaperOf(this.reads, viewer, { bookId, month: month ?? null }, this.config.publicUrl, now)
    const name = namedAs('inline', `ledger-${paper.month}-${size}.pdf`, wallFileName(paper, size))
    return reply.type(PDF).headers(under(name)).send(await drawWall(paper, size))
  }
}

function under(name: string): Readonly<Record<string, string>> {
  return { 'content-disposition': name, 'cache-control': 'private, no-store' }
}

function nameOf({ book, month }: StatementsAnswer): string {
  return `${book.name}${monthWords(month)}报表`
}
