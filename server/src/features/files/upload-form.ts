import { isFileKind, UPLOAD_LIMIT_MB, uploadLimitBytes, type FileKind } from '@huiying/shared/files'
import { DomainError } from '@huiying/shared/kernel'
import type {} from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'

export interface UploadForm {
  readonly kind: FileKind
  readonly bytes: Buffer
  readonly durationMs: number | null
}

const LIMITS = { fileSize: uploadLimitBytes('photo'), files: 1, fields: 4, parts: 5, fieldSize: 100, fieldNameSize: 40 }

/**
 * The fields and the one file of an upload, in whatever order they come.
 * @throws request.unsupported-media-type, request.malformed, file.missing, file.too-large
 */
export async function readUploadForm(request: FastifyRequest): Promise<UploadForm> {
  if (!request.isMultipart()) throw new DomainError('request.unsupported-media-type')
  const fields = new Map<string, unknown>()
  let bytes: Buffer | null = null
  try {
    for await (const part of request.parts({ limits: LIMITS })) {
      if (part.type === 'file') bytes = await part.toBuffer()
      else fields.set(part.fieldname, part.value)
    }
  } catch (error) {
    // The phone goes on sending; who does not listen to the end is taken for a broken line.
    request.raw.resume()
    throw refusalOf(error)
  }
  const kind = fields.get('kind')
  if (!isFileKind(kind)) throw new DomainError('request.malformed')
  if (bytes === null || bytes.length === 0) throw new DomainError('file.missing')
  const durationMs = fields.get('durationMs')
  return { kind, bytes, durationMs: typeof durationMs === 'string' ? Number(durationMs) : null }
}

function refusalOf(error: unknown): DomainError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return code === 'FST_REQ_FILE_TOO_LARGE'
    ? new DomainError('file.too-large', { limitMb: UPLOAD_LIMIT_MB.photo })
    : new DomainError('request.malformed')
}
