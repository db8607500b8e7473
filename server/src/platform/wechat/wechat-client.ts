import { AccessToken, type Stopwatch } from './access-token'
import { checkMedia, type MediaToCheck } from './check-media'
import { checkText, type TextScene, type TextVerdict } from './check-text'
import { code2Session, type WeChatSession } from './code-2-session'
import { phoneNumber, type WeChatPhone } from './phone-number'
import { verifySoter, type SoterResult } from './soter'
import { sendSubscribeMessage, type SendOutcome, type SubscribeMessage } from './subscribe-message'
import type { WeChatConfig } from './wechat-config'

/** WeChat's server interface. Every call goes over the network: never inside a unit of work. */
export interface WeChatClient {
  /** @throws WeChatError 40029 wrong or expired code, 40163 used code, 40226 account blocked by WeChat */
  code2Session(jsCode: string): Promise<WeChatSession>
  /** @throws WeChatError 40029 wrong, used or expired code */
  phoneNumber(code: string): Promise<WeChatPhone>
  /** @throws WeChatError for what an operator must mend */
  sendSubscribeMessage(message: SubscribeMessage): Promise<SendOutcome>
  /** @throws WeChatError 61010 when the person was away for two hours */
  checkText(openid: string, text: string, scene: TextScene): Promise<TextVerdict>
  /** Answers the id under which the verdict is pushed. @throws WeChatError 61010 as above */
  checkMedia(media: MediaToCheck): Promise<string>
  /** Whether the person's phone signed the text with its SOTER key. @throws WeChatError */
  verifySoter(openid: string, result: SoterResult): Promise<boolean>
}

export function createWeChatClient(
  config: WeChatConfig,
  stopwatch: Stopwatch = () => performance.now(),
): WeChatClient {
  const token = new AccessToken(config, stopwatch)
  return {
    code2Session: (jsCode) => code2Session(config, jsCode),
    phoneNumber: (code) => phoneNumber(token, code),
    sendSubscribeMessage: (message) => sendSubscribeMessage(token, config, message),
    checkText: (openid, text, scene) => checkText(token, openid, text, scene),
    checkMedia: (media) => checkMedia(token, media),
    verifySoter: (openid, result) => verifySoter(token, openid, result),
  }
}
