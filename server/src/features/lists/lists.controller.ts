import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import { FAULTS_SHOWN, faultSentence, type ImportListsAnswer } from '@huiying/shared/lists'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CurrentViewer } from '../../platform/http'
import { FaultyBody } from '../../platform/http/faulty-body'
import { FaultyLists } from './faulty-lists'
import { ImportLists } from './import-lists'
import { readWorkbook } from './read-workbook'
import { readWorkbookForm } from './read-workbook-form'
import { writeTemplate } from './write-workbook'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const FORM = { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } }

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

/** Faults of a file become the faults of the request that brought it. */
export async function toldByPlace<Answer>(importing: Promise<Answer>): Promise<Answer> {
  try {
    return await importing
  } catch (error) {
    throw error instanceof FaultyLists ? withPlaces(error) : error
  }
}

/** "人员!C12" is what Excel itself calls the place. */
function withPlaces({ faults, code, details }: FaultyLists): FaultyBody {
  const shown = faults.slice(0, FAULTS_SHOWN)
  return new FaultyBody(shown.map((fault) => ({ field: `${fault.sheet}!${fault.cell}`, title: faultSentence(fault) })), code, details)
}
