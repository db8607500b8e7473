/** What the server must know to speak to WeChat for one mini-program. */
export interface WeChatConfig {
  /** No slash at the end. Another base is for the stand-in or for a relay inside a government network. */
  readonly apiBase: string
  readonly appId: string
  /** Never logged, never part of an error. */
  readonly appSecret: string
  /** True only where nothing but WeChat cloud hosting can reach this server: anybody else could write the headers. */
  readonly trustsCloudHeaders: boolean
  /** Which edition of the mini-program a tapped message opens. */
  readonly miniProgramState: 'developer' | 'trial' | 'formal'
}

export const WECHAT_API_BASE = 'https://api.weixin.qq.com'
