import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common'
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Viewer } from '@huiying/shared/identity'
import type { ImportedAnswer } from '@huiying/shared/ledger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ReadDatabase } from '../../../platform/database/read-database'
import { CurrentViewer } from '../../../platform/http'
import { readWorkbook } from '../../../platform/workbook/read-workbook'
import { readWorkbookForm } from '../../../platform/workbook/read-workbook-form'
import { toldByPlace } from '../../../platform/workbook/told-by-place'
import { FORM, namedAs, XLSX } from '../../../platform/workbook/workbook-wire'
import { readableBook } from '../readable-book.board'
import { bookFileOf } from './book-file.board'
import { ImportBook } from './import-book'
import { writeBookFile, writeBookTemplate } from './write-book-file'

/** A whole book as a file, out and in. */
@ApiTags('ledger')
@ApiBearerAuth()
@Controller('api/books/:bookId')
export class BookFileController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly importBook: ImportBook,
  ) {}

  @Get('workbook')
  @ApiOperation({ summary: 'The whole book as an .xlsx file, which an empty book takes in again' })
  @ApiOkResponse({ content: { [XLSX]: {} } })
  async workbook(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { book, sheets } = await bookFileOf(this.reads, viewer, bookId)
    return reply.type(XLSX).headers(under('book.xlsx', `${book.name}账本.xlsx`)).send(await writeBookFile(sheets))
  }

  @Get('import/template')
  @ApiOperation({ summary: 'The empty template of a book, with its columns explained' })
  @ApiOkResponse({ content: { [XLSX]: {} } })
  async template(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await readableBook(this.reads, viewer, bookId)
    const name = under('book-template.xlsx', '回应-账本模板.xlsx')
    return reply.type(XLSX).headers(name).send(await writeBookTemplate())
  }

  @Post('import')
  @HttpCode(200)
  @ApiOperation({ summary: 'Bring an older book into this empty one: all of the file, or nothing and all faults' })
  @ApiConsumes('multipart/form-data')
  @ApiBody(FORM)
  async import(
    @CurrentViewer() viewer: Viewer,
    @Param('bookId') bookId: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportedAnswer> {
    // Before anything is read of what he sends.
    await readableBook(this.reads, viewer, bookId)
    const sheets = await readWorkbook(await readWorkbookForm(request))
    return toldByPlace(this.importBook.execute(viewer, bookId, sheets))
  }
}

function under(plainName: string, name: string): Readonly<Record<string, string>> {
  return { 'content-disposition': namedAs('attachment', plainName, name), 'cache-control': 'private, no-store' }
}
