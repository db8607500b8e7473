import Taro from '@tarojs/taro'
import { ApiError, apiErrorOf, NO_ANSWER } from './api-error'
import { readBlob } from './blob-store'
import type { LocalFile } from './local-file'
import { apiUrl, authorization } from './request'
import { createTurns } from './turns'

export interface UploadedFile {
  readonly id: string
}

// A photo over 2G takes its time; a dead line must still be noticed.
const UPLOAD_TIMEOUT_MS = 90_000
const UPLOAD_PATH = '/api/files'

// Side by side, photos only slow each other down on a thin line.
const inTurn = createTurns(2)

/** POST /api/files, multipart `kind`, for a voice `durationMs`, then `file`. @throws ApiError */
export function upload(file: LocalFile): Promise<UploadedFile> {
  return inTurn(() => (process.env.TARO_ENV === 'h5' ? uploadFromBrowser(file) : uploadFromWeChat(file)))
}

async function uploadFromWeChat(file: LocalFile): Promise<UploadedFile> {
  const answer = await Taro.uploadFile({
    url: apiUrl(UPLOAD_PATH),
    filePath: file.ref,
    name: 'file',
    formData: { kind: file.kind, ...(file.durationMs === null ? {} : { durationMs: String(file.durationMs) }) },
    header: { ...authorization() },
    timeout: UPLOAD_TIMEOUT_MS,
  }).catch((error: { errMsg?: string }) => {
    // The file is gone from the phone: trying again for ever would not bring it back.
    if (/not exist|no such file/i.test(error.errMsg ?? '')) throw new ApiError(422, 'file.missing')
    throw new ApiError(0, NO_ANSWER)
  })
  return read(answer.statusCode, answer.data)
}

async function uploadFromBrowser(file: LocalFile): Promise<UploadedFile> {
  const blob = await readBlob(file.ref)
  if (blob === null) throw new ApiError(422, 'file.missing')
  const form = new FormData()
  form.append('kind', file.kind)
  if (file.durationMs !== null) form.append('durationMs', String(file.durationMs))
  // Last: what comes after the file would not be read.
  form.append('file', blob, file.kind === 'photo' ? 'photo.jpg' : `voice.${blob.type.includes('mp4') ? 'm4a' : 'webm'}`)
  const abort = typeof AbortController === 'undefined' ? null : new AbortController()
  const timer = setTimeout(() => abort?.abort(), UPLOAD_TIMEOUT_MS)
  try {
    const answer = await fetch(apiUrl(UPLOAD_PATH), {
      method: 'POST',
      body: form,
      headers: { ...authorization() },
      ...(abort === null ? {} : { signal: abort.signal }),
    })
    return read(answer.status, await answer.text())
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError(0, NO_ANSWER)
  } finally {
    clearTimeout(timer)
  }
}

function read(status: number, text: string): UploadedFile {
  const body = parse(text)
  if (status >= 200 && status < 300 && isUploaded(body)) return body
  throw apiErrorOf(status >= 200 && status < 300 ? 502 : status, body)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isUploaded(body: unknown): body is UploadedFile {
  return typeof body === 'object' && body !== null && typeof (body as { id?: unknown }).id === 'string'
}
