import { addTemporaryFile, extensionOf, fileOf, keep, throughSite } from '../files'
import { requestBegins, requestEnds } from '../quiet'
import { log, recordCall } from '../runner-log'
import { answer, asyncApi, type Callbacks } from './async-api'
import { WxFailure } from './wx-failure'

interface RequestOptions extends Callbacks {
  readonly url: string
  readonly method?: string
  readonly data?: unknown
  readonly header?: Readonly<Record<string, string>>
  readonly dataType?: string
  readonly responseType?: 'text' | 'arraybuffer'
  /** ms */
  readonly timeout?: number
}

interface UploadOptions extends RequestOptions {
  readonly filePath: string
  readonly name: string
  readonly formData?: Readonly<Record<string, unknown>>
}

/** WeChat runs no more requests at once; the next ones wait. */
const MOST_AT_ONCE = 10
const DEFAULT_TIMEOUT_MS = 60_000

let running = 0
const waiting: (() => void)[] = []

export const networkApis = {
  request: (options: RequestOptions) =>
    task('request', options, async (signal) => {
      const { url, init } = toFetch(options)
      const response = await send(url, init, signal)
      const isBinary = options.responseType === 'arraybuffer'
      const data = isBinary ? await response.arrayBuffer() : parse(await response.text(), options.dataType)
      return { data, statusCode: response.status, header: headersOf(response), cookies: [] }
    }),

  uploadFile: (options: UploadOptions) =>
    task('uploadFile', options, async (signal) => {
      const file = fileOf(options.filePath)
      if (!file) throw new WxFailure(`no such file or directory, open "${options.filePath}"`)
      const body = new FormData()
      for (const [name, value] of Object.entries(options.formData ?? {})) body.append(name, String(value))
      body.append(options.name, file, options.filePath.replace(/^.*\//, ''))
      const response = await send(options.url, { method: 'POST', headers: headersFrom(options.header), body }, signal)
      // Unlike request, uploadFile never parses the answer.
      return { data: await response.text(), statusCode: response.status, header: headersOf(response) }
    }),

  downloadFile: (options: RequestOptions & { readonly filePath?: string }) =>
    task('downloadFile', options, async (signal) => {
      const response = await send(options.url, { headers: headersFrom(options.header) }, signal)
      // Under a path of its own there is no temporary file.
      if (options.filePath !== undefined) {
        keep(options.filePath, await response.blob())
        return { filePath: options.filePath, statusCode: response.status, header: headersOf(response) }
      }
      const kind = response.headers.get('content-type')?.split(/[/;+]/)[1] ?? extensionOf(options.url)
      const tempFilePath = addTemporaryFile(await response.blob(), kind)
      return { tempFilePath, statusCode: response.status, header: headersOf(response) }
    }),

  getNetworkType: asyncApi('getNetworkType', () => ({ networkType: navigator.onLine ? log.networkType : 'none' })),
}

type Work = (signal: AbortSignal) => Promise<Record<string, unknown>>

/** Runs the work and hands back WeChat's task, which can abort it; without callbacks the task is a promise too. */
function task(name: string, options: RequestOptions, work: Work): object {
  const abort = new AbortController()
  recordCall(name, { url: options.url, method: options.method, data: options.data })
  const handle = {
    abort: () => abort.abort(),
    onHeadersReceived: () => undefined,
    offHeadersReceived: () => undefined,
    onProgressUpdate: () => undefined,
    offProgressUpdate: () => undefined,
  }
  const timer = setTimeout(() => abort.abort('timeout'), options.timeout ?? DEFAULT_TIMEOUT_MS)
  const outcome = answer(name, options, async () => {
    requestBegins()
    await takeTurn()
    try {
      return await work(abort.signal)
    } finally {
      clearTimeout(timer)
      giveTurn()
      requestEnds()
    }
  })
  return outcome === undefined ? handle : Object.assign(outcome, handle)
}

async function send(url: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
  if (!/^https?:\/\//.test(url)) throw new WxFailure('invalid url')
  const response = await fetch(throughSite(url), { ...init, signal }).catch(() => {
    const ended = signal.reason === 'timeout' ? 'timeout' : 'abort'
    throw new WxFailure(signal.aborted ? ended : 'errcode:-2 net::ERR_FAILED', { errno: 600001 })
  })
  const refusal = response.headers.get('x-runner-refusal')
  if (refusal !== null) throw new WxFailure(decodeURIComponent(refusal), { errno: 600002 })
  return response
}

function toFetch({ url, method = 'GET', data, header }: RequestOptions): { readonly url: string; readonly init: RequestInit } {
  const headers = headersFrom(header)
  const verb = method.toUpperCase()
  const isText = typeof data === 'string' || data instanceof ArrayBuffer
  if (verb === 'GET' || verb === 'HEAD') {
    const pairs = new URLSearchParams((data ?? {}) as Record<string, string>).toString()
    return { url: pairs === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${pairs}`, init: { method: verb, headers } }
  }
  if (!headers.has('content-type')) headers.set('content-type', 'application/json')
  const isForm = headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') === true
  const encoded = isForm ? new URLSearchParams(data as Record<string, string>).toString() : JSON.stringify(data ?? {})
  return { url, init: { method: verb, headers, body: isText ? (data as string) : encoded } }
}

function parse(text: string, dataType = 'json'): unknown {
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const headersFrom = (header: Readonly<Record<string, string>> = {}): Headers => new Headers(header)
const headersOf = (response: Response): object => Object.fromEntries(response.headers)

async function takeTurn(): Promise<void> {
  running += 1
  if (running > MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
}

function giveTurn(): void {
  running -= 1
  waiting.shift()?.()
}
