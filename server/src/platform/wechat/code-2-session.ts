import { askWeChat, stringIn } from './wechat-http'
import type { WeChatConfig } from './wechat-config'

const PATH = '/sns/jscode2session'

export interface WeChatSession {
  readonly openid: string
  /** Only if the mini-program hangs under an Open Platform account. */
  readonly unionid: string | null
}

/** The session key is dropped here: nothing of ours decrypts with it, and what is not kept cannot leak. */
export async function code2Session(config: WeChatConfig, jsCode: string): Promise<WeChatSession> {
  const answer = await askWeChat(config.apiBase, {
    path: PATH,
    query: { appid: config.appId, secret: config.appSecret, js_code: jsCode, grant_type: 'authorization_code' },
  })
  const unionid = answer['unionid']
  return {
    openid: stringIn(PATH, answer, 'openid'),
    unionid: typeof unionid === 'string' && unionid !== '' ? unionid : null,
  }
}

/** True if a fresh wx.login() / phone button tap on the phone will help: the code is wrong, used or expired. */
export function saysCodeIsSpent(errcode: number | null): boolean {
  return errcode === 40029 || errcode === 40163
}
