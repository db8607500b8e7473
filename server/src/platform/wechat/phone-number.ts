import type { AccessToken } from './access-token'
import { WeChatError } from './wechat-error'
import { isObject, stringIn } from './wechat-http'

const PATH = '/wxa/business/getuserphonenumber'

export interface WeChatPhone {
  /** Without the country code. */
  readonly phone: string
  /** "86" for the mainland. */
  readonly countryCode: string
}

export async function phoneNumber(token: AccessToken, code: string): Promise<WeChatPhone> {
  const { phone_info: info } = await token.ask({ path: PATH, body: { code } })
  if (!isObject(info)) throw new WeChatError(PATH, 'malformed', null, true)
  const country = info['countryCode']
  return {
    phone: stringIn(PATH, info, 'purePhoneNumber'),
    // Documented as a string, shown as a number in WeChat's own example.
    countryCode: typeof country === 'number' ? `${country}` : stringIn(PATH, info, 'countryCode'),
  }
}
