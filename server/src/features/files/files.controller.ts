import { Controller, Get, Headers, Inject, Param, Post, Query, Req, Res } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { FILE_KINDS, FILE_VARIANTS, type UploadAnswer } from '@huiying/shared/files'
import type { Viewer } from '@huiying/shared/identity'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock/clock'
import { CurrentViewer } from '../../platform/http'
import { CLOCK } from '../../platform/platform.module'
import { byteRange } from './byte-range'
import { FileUrlSigner } from './file-url'
import { OpenStoredFile } from './open-stored-file'
import { photoAddress, voiceAddress } from './public'
import { UploadFile } from './upload-file'
import { readUploadForm } from './upload-form'

const UPLOAD_BODY = {
  schema: {
    type: 'object',
    required: ['kind', 'file'],
    properties: {
      kind: { type: 'string', enum: [...FILE_KINDS] },
      durationMs: { type: 'integer', description: 'For a voice: its length as the phone measured it.' },
      file: { type: 'string', format: 'binary' },
    },
  },
}

@ApiTags('files')
@Controller('api/files')
export class FilesController {
  constructor(
    private readonly uploadFile: UploadFile,
    private readonly openStoredFile: OpenStoredFile,
    private readonly signer: FileUrlSigner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Upload a photo or a recording, to be named in a ticket or a message within a day' })
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD_BODY)
  @ApiCreatedResponse({ description: 'id and signed addresses' })
  async upload(@CurrentViewer() viewer: Viewer, @Req() request: FastifyRequest): Promise<UploadAnswer> {
    const form = await readUploadForm(request)
    const { id, durationMs } = await this.uploadFile.execute({ ...form, accountId: viewer.accountId })
    const now = await this.clock.now()
    return durationMs === null ? photoAddress(this.signer, id, now) : voiceAddress(this.signer, id, durationMs, now)
  }

  @Get(':id/:variant')
  @ApiOperation({ summary: `The bytes behind a signed address (${FILE_VARIANTS.join(', ')}); ranges are honoured` })
  async open(
    @Param('id') id: string,
    @Param('variant') variant: string,
    @Query('exp') exp: unknown,
    @Query('sig') sig: unknown,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { mime, file } = await this.openStoredFile.execute({ id, variant, exp: text(exp), sig: text(sig) })
    reply.headers({
      'accept-ranges': 'bytes',
      // The address changes every hour, so nothing stale is ever asked for by it.
      'cache-control': 'private, max-age=3600, immutable',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
    })
    const part = byteRange(range, file.bytes)
    if (part === 'outside') {
      await file.close()
      return reply.code(416).header('content-range', `bytes */${file.bytes}`).send()
    }
    reply.type(mime)
    if (part === 'whole') return reply.header('content-length', file.bytes).send(file.read(null))
    return reply
      .code(206)
      .headers({
        'content-range': `bytes ${part.from}-${part.to}/${file.bytes}`,
        'content-length': part.to - part.from + 1,
      })
      .send(file.read(part))
  }
}

// A parameter given twice comes as a list.
function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
