import type { Clock } from '../clock/clock'
import { assertOutsideWork } from '../database/network-guard'
import type { SmsClient, TextMessage, TextOutcome } from './sms-client'
import { TC3_CONTENT_TYPE, tc3Authorization } from './tc3-signature'

/** What the server must know to send texts through Tencent Cloud. */
export interface TencentSmsConfig {
  /** No slash at the end. Another base is for the stand-in or for a relay inside a government network. */
  readonly apiBase: string
  readonly secretId: string
  /** Never logged, never part of an error. */
  readonly secretKey: string
  readonly sdkAppId: string
  /** The approved signature 签名 that stands in brackets before each text. */
  readonly signName: string
  /** The approved template, with two places: what, and by when or where. */
  readonly templateId: string
  readonly region: string
}

export const TENCENT_SMS_API_BASE = 'https://sms.tencentcloudapi.com'

const TIMEOUT_MS = 5_000
const PASSING_WAIT_MS = 30_000
/** About the number alone, or about how often it was written to: the next channel's turn. */
const REFUSALS = [
  'FailedOperation.PhoneNumberInBlacklist',
  'InvalidParameterValue.IncorrectPhoneNumber',
  'LimitExceeded.PhoneNumberDailyLimit',
  'LimitExceeded.PhoneNumberOneHourLimit',
  'LimitExceeded.PhoneNumberSameContentDailyLimit',
  'UnsupportedOperation.',
]
/** Everything else that they call a limit or their own fault passes by itself. */
const PASSING = ['InternalError', 'LimitExceeded', 'RequestLimitExceeded', 'ResourceUnavailable', 'ServiceUnavailable']

/** SendSms of 2021-01-11, signed with TC3-HMAC-SHA256, one phone a call. */
export function createTencentSms(config: TencentSmsConfig, clock: Clock): SmsClient {
  const host = new URL(config.apiBase).host
  return {
    send: async (message) => {
      const payload = JSON.stringify(bodyOf(config, message))
      const at = await clock.now()
      const { secretId, secretKey } = config
      const authorization = tc3Authorization({ secretId, secretKey, host, service: 'sms', payload, at })
      return ask(config, payload, {
        authorization,
        'content-type': TC3_CONTENT_TYPE,
        'x-tc-action': 'SendSms',
        'x-tc-version': '2021-01-11',
        'x-tc-region': config.region,
        'x-tc-timestamp': String(Math.floor(at / 1_000)),
      })
    },
  }
}

function bodyOf({ sdkAppId, signName, templateId }: TencentSmsConfig, { phone, params, reference }: TextMessage) {
  return {
    PhoneNumberSet: [`+86${phone}`], SmsSdkAppId: sdkAppId, SignName: signName, TemplateId: templateId,
    TemplateParamSet: params, SessionContext: reference,
  }
}

async function ask(
  { apiBase }: TencentSmsConfig,
  payload: string,
  headers: Readonly<Record<string, string>>,
): Promise<TextOutcome> {
  assertOutsideWork('a text message')
  let answer: unknown
  try {
    const response = await fetch(`${apiBase}/`, {
      method: 'POST',
      headers,
      body: payload,
      // A redirect would carry number and signature to another host.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    answer = await response.json()
  } catch (error) {
    // What was cut off after it left may have been sent; one text too many is better than none.
    return { outcome: 'try-later', code: 'silent', waitMs: PASSING_WAIT_MS, mayHaveArrived: error instanceof DOMException }
  }
  return outcomeOf(answer)
}

function outcomeOf(answer: unknown): TextOutcome {
  const response = field(answer, 'Response')
  const code = field(field(response, 'Error'), 'Code') ?? field(firstOf(field(response, 'SendStatusSet')), 'Code')
  if (code === 'Ok') return { outcome: 'sent' }
  if (typeof code !== 'string') {
    return { outcome: 'try-later', code: 'malformed', waitMs: PASSING_WAIT_MS, mayHaveArrived: true }
  }
  if (REFUSALS.some((one) => code.startsWith(one))) return { outcome: 'refused', code }
  if (PASSING.some((one) => code.startsWith(one))) {
    return { outcome: 'try-later', code, waitMs: PASSING_WAIT_MS, mayHaveArrived: false }
  }
  return { outcome: 'our-mistake', code }
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? (list as readonly unknown[])[0] : undefined
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}
