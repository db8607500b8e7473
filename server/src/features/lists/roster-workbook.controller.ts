import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common'
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { RosterImportAnswer } from '@huiying/shared/lists'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CurrentViewer } from '../../platform/http'
import { readWorkbook } from '../../platform/workbook/read-workbook'
import { readWorkbookForm } from '../../platform/workbook/read-workbook-form'
import { toldByPlace } from '../../platform/workbook/told-by-place'
import { FORM, XLSX } from '../../platform/workbook/workbook-wire'
import { ExportRoster } from './export-roster'
import { ImportRoster } from './import-roster'

/** A month of duty as a table, out and in. */
@ApiTags('lists')
@ApiBearerAuth()
@Controller('api/roster/months/:month/workbook')
export class RosterWorkbookController {
  constructor(
    private readonly exportRoster: ExportRoster,
    private readonly importRoster: ImportRoster,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The month as an .xlsx file: all villages for staff, their own for secretary and director' })
  @ApiOkResponse({ content: { [XLSX]: {} } })
  async export(
    @CurrentViewer() viewer: Viewer,
    @Param('month') month: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.exportRoster.execute(viewer, month)
    const name = encodeURIComponent(`值班表-${month}.xlsx`)
    return reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename="roster-${month}.xlsx"; filename*=UTF-8''${name}`)
      .send(bytes)
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Bring the edited file in: what its editor changed, all of it, or none and all faults' })
  @ApiConsumes('multipart/form-data')
  @ApiBody(FORM)
  @ApiQuery({ name: 'checkOnly', required: false, enum: ['true', 'false'], description: 'true: look only, write nothing' })
  async import(
    @CurrentViewer() viewer: Viewer,
    @Param('month') month: string,
    @Req() request: FastifyRequest,
    @Query('checkOnly') checkOnly: unknown,
  ): Promise<RosterImportAnswer> {
    const sheets = await readWorkbook(await readWorkbookForm(request))
    return toldByPlace(this.importRoster.execute(viewer, { month, sheets, isCheckOnly: checkOnly === 'true' }))
  }
}
