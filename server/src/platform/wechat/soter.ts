import type { AccessToken } from './access-token'
import { WeChatError } from './wechat-error'

const PATH = '/cgi-bin/soter/verify_signature'
/** WeChat's way of saying that a signature is no signature, beside `is_ok: false`. */
const INVALID_SIGNATURE = 87009

/** What wx.startSoterAuthentication gave the phone: `resultJSON` and `resultJSONSignature`, untouched. */
export interface SoterResult {
  readonly json: string
  readonly signature: string
}

/** Whether a key in the safe hardware of this person's phone has signed exactly this text. @throws WeChatError */
export async function verifySoter(
  token: AccessToken,
  openid: string,
  { json, signature }: SoterResult,
): Promise<boolean> {
  try {
    const answer = await token.ask({ path: PATH, body: { openid, json_string: json, json_signature: signature } })
    if (typeof answer['is_ok'] === 'boolean') return answer['is_ok']
  } catch (error) {
    if (error instanceof WeChatError && error.errcode === INVALID_SIGNATURE) return false
    throw error
  }
  throw new WeChatError(PATH, 'malformed', null, true)
}
