import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { ImportListsAnswer } from '@huiying/shared/lists'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CurrentViewer } from '../../platform/http'
import { readWorkbook } from '../../platform/workbook/read-workbook'
import { readWorkbookForm } from '../../platform/workbook/read-workbook-form'
import { toldByPlace } from '../../platform/workbook/told-by-place'
import { FORM, XLSX } from '../../platform/workbook/workbook-wire'
import { ImportLists } from './import-lists'
import { writeTemplate } from './write-workbook'

@ApiTags('lists')
@Controller('api/lists')
export class ListsController {
  constructor(private readonly importLists: ImportLists) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Bring in a sub-district\'s lists from an .xlsx file: all of them, or none and all faults' })
  @ApiConsumes('multipart/form-data')
  @ApiBody(FORM)
  @ApiQuery({ name: 'check', required: false, enum: ['true', 'false'], description: 'true: look only, write nothing' })
  async import(
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Query('check') check: unknown,
  ): Promise<ImportListsAnswer> {
    const sheets = await readWorkbook(await readWorkbookForm(request))
    return toldByPlace(this.importLists.execute(viewer, { sheets, isCheckOnly: check === 'true' }))
  }

  @Get('template')
  @ApiOperation({ summary: 'The empty template, with its columns explained' })
  @ApiOkResponse({ content: { [XLSX]: {} } })
  async template(@Res() reply: FastifyReply): Promise<void> {
    const name = encodeURIComponent('回应-名册模板.xlsx')
    return reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename="huiying-lists-template.xlsx"; filename*=UTF-8''${name}`)
      .send(await writeTemplate())
  }
}
