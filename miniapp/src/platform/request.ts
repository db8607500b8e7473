import Taro from '@tarojs/taro'
import { ApiError, apiErrorOf, NO_ANSWER } from './api-error'
import { learnServerTime, phoneNow, serverTimeIn } from './clock'
import { keepToken, token } from './token'
import { createTurns } from './turns'

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>
  readonly body?: object
  /** Sent as Idempotency-Key: the same key with the same body acts once, however often it arrives. */
  readonly idempotencyKey?: string
  readonly timeoutMs?: number
}

export const REQUEST_TIMEOUT_MS = 15_000

// wx.request refuses the eleventh at once.
const inTurn = createTurns(10)

/**
 * The one way to the server. `path` begins with /api.
 * @throws ApiError for every answer that is not 2xx, and with `offline` when none came.
 */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  try {
    return await inTurn(() => sendOnce<Answer>(path, options))
  } catch (error) {
    // Reading twice harms nobody, and on a village's network the second try mostly gets through.
    const mayTryAgain = error instanceof ApiError && error.offline && (options.method ?? 'GET') === 'GET'
    if (!mayTryAgain) throw error
    return inTurn(() => sendOnce<Answer>(path, options))
  }
}

export function get<Answer>(path: string, query?: RequestOptions['query']): Promise<Answer> {
  return request<Answer>(path, query === undefined ? {} : { query })
}

export function post<Answer>(path: string, body: object = {}, idempotencyKey?: string): Promise<Answer> {
  return request<Answer>(path, { method: 'POST', body, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) })
}

export function put<Answer>(path: string, body: object): Promise<Answer> {
  return request<Answer>(path, { method: 'PUT', body })
}

/** The full address of an API path, for <Image> and downloads. */
export function apiUrl(path: string): string {
  return API_BASE + path
}

export function authorization(): Readonly<Record<string, string>> {
  const current = token.read()
  return current === null ? {} : { Authorization: `Bearer ${current}` }
}

async function sendOnce<Answer>(path: string, options: RequestOptions): Promise<Answer> {
  const method = options.method ?? 'GET'
  const sentWith = token.read()
  const sentAt = phoneNow()
  const answer = await Taro.request<unknown>({
    url: apiUrl(path) + queryText(options.query),
    method,
    header: {
      Accept: 'application/json',
      ...authorization(),
      // WeChat announces JSON for every body-less POST; an announced but empty body is refused, hence the {}.
      ...(method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
      ...(options.idempotencyKey === undefined ? {} : { 'Idempotency-Key': options.idempotencyKey }),
    },
    timeout: options.timeoutMs ?? REQUEST_TIMEOUT_MS,
    ...(method === 'GET' ? {} : { data: options.body ?? {} }),
  }).catch(() => {
    throw new ApiError(0, NO_ANSWER)
  })
  const serverAt = serverTimeIn(answer.header)
  if (serverAt !== null) learnServerTime(serverAt, sentAt, phoneNow())

  // wx.request calls every HTTP status a success.
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data as Answer
  const isTokenDead = answer.statusCode === 401 && sentWith !== null && sentWith === token.read()
  if (isTokenDead) keepToken(null)
  throw apiErrorOf(answer.statusCode, answer.data)
}

function queryText(query: RequestOptions['query']): string {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null)
  if (pairs.length === 0) return ''
  return `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`
}
