import { setTimeout as pause } from 'node:timers/promises'
import { assertOutsideWork } from '../database/network-guard'
import { BUSY, refusalOf, WeChatError } from './wechat-error'

export interface WeChatRequest {
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON by POST; without a body the call is a GET. */
  readonly body?: Readonly<Record<string, unknown>>
}

export type WeChatAnswer = Readonly<Record<string, unknown>>

const TIMEOUT_MS = 5_000
// Busy (-1) clears within moments and nothing has happened yet, so a waiting person is spared the error.
// A limit (45009 per day, 45011 and 44991 per minute) is not asked again here: asking counts against it.
// A silent or broken connection is not asked again either: a login code may be used up, a message sent.
const BUSY_PAUSES_MS: readonly number[] = [200, 800]

/**
 * One call over the wire, with an answer whose errcode is absent or 0.
 * @throws WeChatError
 */
export async function askWeChat(apiBase: string, request: WeChatRequest): Promise<WeChatAnswer> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await send(apiBase, request)
    const errcode = answer['errcode'] ?? 0
    if (errcode === 0) return answer
    if (typeof errcode !== 'number') throw new WeChatError(request.path, 'malformed', null, true)
    const pauseMs = BUSY_PAUSES_MS[attempt]
    if (errcode !== BUSY || pauseMs === undefined) throw refusalOf(request.path, errcode, answer['errmsg'])
    await pause(pauseMs)
  }
}

async function send(apiBase: string, { path, query = {}, body }: WeChatRequest): Promise<WeChatAnswer> {
  assertOutsideWork(`a call to WeChat (${path})`)
  const search = new URLSearchParams(query).toString()
  let status: number
  let text: string
  try {
    const response = await fetch(`${apiBase}${path}${search === '' ? '' : `?${search}`}`, {
      ...(body === undefined
        ? { method: 'GET' }
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      // A redirect would carry the token to another host.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    status = response.status
    text = await response.text()
  } catch (error) {
    throw new WeChatError(path, neverLeft(error) ? 'unreachable' : 'silent', null, true)
  }
  const answer = parseObject(text)
  if (status !== 200 || answer === null) throw new WeChatError(path, 'malformed', null, true)
  return answer
}

const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** True if no connection came about, so that WeChat cannot have acted. */
function neverLeft(error: unknown): boolean {
  const cause = isObject(error) ? error['cause'] : null
  const code = isObject(cause) ? cause['code'] : null
  return typeof code === 'string' && NEVER_LEFT.has(code)
}

function parseObject(text: string): WeChatAnswer | null {
  try {
    const parsed: unknown = JSON.parse(text)
    return isObject(parsed) ? parsed : null
  } catch {
    return null
  }
}

export function isObject(value: unknown): value is WeChatAnswer {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The field as a non-empty string.
 * @throws WeChatError when WeChat left it out
 */
export function stringIn(path: string, answer: WeChatAnswer, field: string): string {
  const value = answer[field]
  if (typeof value !== 'string' || value === '') throw new WeChatError(path, 'malformed', null, true)
  return value
}
