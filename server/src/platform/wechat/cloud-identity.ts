import type { WeChatConfig } from './wechat-config'

export interface CloudIdentity {
  readonly openid: string
  readonly unionid: string | null
}

export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Who WeChat cloud hosting says is calling, or null: when the configuration does not trust these headers,
 * when the call did not come through WeChat (X-WX-SOURCE is absent on the public address), or when it
 * belongs to another mini-program. A cloud environment lent to a second mini-program names that one's
 * caller in X-WX-FROM-…, and the lender in X-WX-APPID.
 */
export function cloudIdentity(
  headers: RequestHeaders,
  config: Pick<WeChatConfig, 'trustsCloudHeaders' | 'appId'>,
): CloudIdentity | null {
  if (!config.trustsCloudHeaders || config.appId === '' || single(headers, 'x-wx-source') === null) return null
  const prefix = headers['x-wx-from-appid'] === undefined ? 'x-wx' : 'x-wx-from'
  if (single(headers, `${prefix}-appid`) !== config.appId) return null
  const openid = single(headers, `${prefix}-openid`)
  return openid === null ? null : { openid, unionid: single(headers, `${prefix}-unionid`) }
}

// A header that came twice is a forgery attempt or a broken proxy; Node joins such values with ", ".
function single(headers: RequestHeaders, name: string): string | null {
  const value = headers[name]
  return typeof value === 'string' && /^[\w-]{1,128}$/.test(value) ? value : null
}
