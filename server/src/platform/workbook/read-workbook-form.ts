import { DomainError } from '@huiying/shared/kernel'
import type { FastifyRequest } from 'fastify'
import { WORKBOOK_LIMIT_BYTES, WORKBOOK_LIMIT_MB } from './workbook-limits'

const LIMITS = { fileSize: WORKBOOK_LIMIT_BYTES, files: 1, fields: 2, parts: 3, fieldSize: 100, fieldNameSize: 40 }

/**
 * The bytes of the one file in a form.
 * @throws request.unsupported-media-type, request.malformed, file.missing, lists.too-large
 */
export async function readWorkbookForm(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new DomainError('request.unsupported-media-type')
  let bytes: Buffer | null = null
  try {
    for await (const part of request.parts({ limits: LIMITS })) {
      if (part.type === 'file') bytes = await part.toBuffer()
    }
  } catch (error) {
    // The browser goes on sending; who does not listen to the end is taken for a broken line.
    request.raw.resume()
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
    throw code === 'FST_REQ_FILE_TOO_LARGE'
      ? new DomainError('lists.too-large', { limitMb: WORKBOOK_LIMIT_MB })
      : new DomainError('request.malformed')
  }
  if (bytes === null || bytes.length === 0) throw new DomainError('file.missing')
  return bytes
}
