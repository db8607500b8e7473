import { TENCENT_SMS_API_BASE, type TencentSmsConfig } from '../sms'
import { ConfigError } from './config-error'
import { textOf, type Env } from './settings'

export interface ChannelConfig {
  /** `null`: no provider, so nobody is texted. */
  readonly sms: TencentSmsConfig | null
  /** The address of the robot in the group of a sub-district's staff, by the sub-district's code; holds a key. */
  readonly groupRobots: ReadonlyMap<string, string>
}

const SMS_SETTINGS = [
  'SMS_TENCENT_SECRET_ID', 'SMS_TENCENT_SECRET_KEY', 'SMS_TENCENT_APP_ID', 'SMS_SIGN_NAME', 'SMS_TEMPLATE_ID',
] as const

/**
 * Each channel is off as long as nothing is set for it. The numbers of a demo are made up and may be somebody's: it
 * texts nobody, but by another address than the provider's.
 * @throws ConfigError for one that is set by half
 */
export function channelConfig(env: Env, isDemo = false): ChannelConfig {
  const sms = smsConfig(env)
  const isReal = sms?.apiBase === TENCENT_SMS_API_BASE
  return Object.freeze({ sms: isDemo && isReal ? null : sms, groupRobots: groupRobots(env) })
}

function smsConfig(env: Env): TencentSmsConfig | null {
  const [secretId, secretKey, sdkAppId, signName, templateId] = SMS_SETTINGS.map((name) => textOf(env, name))
  const missing = SMS_SETTINGS.filter((name) => textOf(env, name) === null)
  if (missing.length === SMS_SETTINGS.length) return null
  if (secretId == null || secretKey == null || sdkAppId == null || signName == null || templateId == null) {
    throw new ConfigError(
      `短信还差这几项没有设：${missing.join('、')}。都设好才能发，都不设就不发短信。`,
      `For SMS these are missing: ${missing.join(', ')}. Set all of them, or none for no SMS.`,
    )
  }
  const apiBase = (textOf(env, 'SMS_API_BASE') ?? TENCENT_SMS_API_BASE).replace(/\/+$/, '')
  const region = textOf(env, 'SMS_TENCENT_REGION') ?? 'ap-guangzhou'
  return Object.freeze({ apiBase, secretId, secretKey, sdkAppId, signName, templateId, region })
}

/** `WECOM_ROBOTS`: code=address, several with spaces between them. */
function groupRobots(env: Env): ReadonlyMap<string, string> {
  const robots = (textOf(env, 'WECOM_ROBOTS') ?? '').split(/\s+/).filter((one) => one !== '')
  return new Map(robots.map((one) => {
    const [code = '', ...rest] = one.split('=')
    const address = rest.join('=')
    if (code !== '' && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return [code, address]
    // Nothing of the value is repeated: it holds a key.
    throw new ConfigError(
      'WECOM_ROBOTS 写得不对，应是 街道编号=群机器人的地址，几个街道之间用空格隔开。',
      'WECOM_ROBOTS is malformed: code-of-sub-district=address-of-robot, several with spaces between them.',
    )
  }))
}
