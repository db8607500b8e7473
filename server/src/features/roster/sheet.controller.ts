import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator'
import type { FastifyReply } from 'fastify'
import type { Clock } from '../../platform/clock/clock'
import type { Config } from '../../platform/config'
import { ReadDatabase } from '../../platform/database/read-database'
import { CurrentViewer } from '../../platform/http'
import { CLOCK, CONFIG } from '../../platform/platform.module'
import { PAPER_SIZES, type PaperSize } from '../../platform/paper/paper-document'
import { drawSheet } from './sheet/draw-sheet'
import { sheetFileName } from './sheet/sheet-words'
import { wallSheetFor } from './sheet/wall-sheet.board'

const PDF = 'application/pdf'

class SheetQuery {
  @ApiProperty() @IsString() @MaxLength(32)
  readonly villageId!: string

  @ApiPropertyOptional({ enum: PAPER_SIZES, description: 'left out: A4' })
  @IsOptional() @IsIn(PAPER_SIZES, { message: '纸只有 A4 和 A3 两种，请选一种' })
  readonly size?: PaperSize
}

@ApiTags('roster')
@ApiBearerAuth()
@Controller('api/roster/months/:month')
export class SheetController {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sheet')
  @ApiOperation({ summary: 'A village\'s month as a PDF for the wall, with a QR code; a draft is marked as one' })
  @ApiOkResponse({ content: { [PDF]: {} } })
  async sheet(
    @CurrentViewer() viewer: Viewer,
    @Param('month') month: string,
    @Query() { villageId, size = 'A4' }: SheetQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = await this.clock.now()
    const sheet = await wallSheetFor(this.reads, viewer, { month, villageId }, this.config.publicUrl, now)
    const name = extValue(sheetFileName(sheet, size))
    return reply
      .type(PDF)
      .headers({
        // To be looked at first: a browser shows it, and prints or keeps it from there.
        'content-disposition': `inline; filename="roster-${month}-${size}.pdf"; filename*=${name}`,
        'cache-control': 'private, no-store',
      })
      .send(await drawSheet(sheet, size))
  }
}

/** RFC 8187; a village's name may have brackets, which `encodeURIComponent` lets stand. */
function extValue(name: string): string {
  const hex = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  return `UTF-8''${encodeURIComponent(name).replace(/['()*]/g, hex)}`
}
