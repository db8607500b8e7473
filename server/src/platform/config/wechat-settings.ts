import type { PushConfig } from '../wechat'
import { ConfigError } from './config-error'
import { textOf, type Env } from './settings'

/** WeChat gives every real mini-program an id of this form; the stand-in's never looks like it. */
export function isRealAppId(appId: string): boolean {
  return /^wx[0-9a-f]{16}$/i.test(appId)
}

/** Sign-in without a password belongs to no village that exists. @throws ConfigError */
export function refuseDemoWithRealApp(appId: string | null): void {
  if (appId === null || !isRealAppId(appId)) return
  throw new ConfigError(
    '设了真实的 WECHAT_APP_ID 就不能开演示模式（演示里谁都能冒充谁）。请去掉 DEMO，或去掉 WECHAT_APP_ID。',
    'Demo mode cannot be on with a real WECHAT_APP_ID: in a demo anybody may sign in as anybody. Remove DEMO, or WECHAT_APP_ID.',
  )
}

/** @throws ConfigError when something is missing that a real mini-program needs */
export function weChatCredentials(env: Env, isDemo: boolean): { readonly appId: string; readonly appSecret: string } {
  const appId = textOf(env, 'WECHAT_APP_ID')
  const appSecret = textOf(env, 'WECHAT_APP_SECRET')
  if (appId === null && isDemo) return STAND_IN
  if (appId === null) {
    throw new ConfigError(
      '没有设 WECHAT_APP_ID，又关了演示模式，没法登录。请设 WECHAT_APP_ID 和 WECHAT_APP_SECRET，或设 DEMO=1 看演示。',
      'WECHAT_APP_ID is not set and demo mode is off. Set WECHAT_APP_ID and WECHAT_APP_SECRET, or DEMO=1 for the demo.',
    )
  }
  if (appSecret === null) {
    throw new ConfigError(
      '设了 WECHAT_APP_ID，还要设 WECHAT_APP_SECRET（在微信公众平台“开发管理”里）。',
      'WECHAT_APP_ID is set, WECHAT_APP_SECRET is missing.',
    )
  }
  return { appId, appSecret }
}

/** What the project's stand-in WeChat answers to unless it is started otherwise. */
const STAND_IN = { appId: 'standin-app', appSecret: 'standin-secret' }

/** In a demo nobody but the stand-in pushes, and whoever reaches it may be anybody anyway. */
const STAND_IN_PUSH = { token: 'standin-push', aesKey: 'standinstandinstandinstandinstandinstandinA' }

/**
 * What WeChat's own messages to this server are known by; `null`: it sends none, so nothing can be asked of it whose
 * answer comes later. @throws ConfigError
 */
export function weChatPush(env: Env, appId: string, bringsStandIn: boolean): PushConfig | null {
  const [token, aesKey] = [textOf(env, 'WECHAT_PUSH_TOKEN'), textOf(env, 'WECHAT_PUSH_AES_KEY')]
  if (token === null && aesKey === null) return bringsStandIn ? { appId, ...STAND_IN_PUSH } : null
  if (token === null || !/^[A-Za-z0-9]{3,32}$/.test(token)) {
    throw new ConfigError(
      'WECHAT_PUSH_TOKEN 应是 3 到 32 个字母或数字，和微信公众平台“消息推送”里填的 Token 一样。',
      'WECHAT_PUSH_TOKEN must be 3 to 32 letters or digits, the same as in the console.',
    )
  }
  if (aesKey !== null && !/^[A-Za-z0-9]{43}$/.test(aesKey)) {
    throw new ConfigError(
      'WECHAT_PUSH_AES_KEY 应是 43 个字母或数字，和微信公众平台“消息推送”里的 EncodingAESKey 一样。',
      'WECHAT_PUSH_AES_KEY must be the 43 letters or digits of EncodingAESKey.',
    )
  }
  return { appId, token, aesKey }
}
