import type { AccessToken } from './access-token'
import type { WeChatConfig } from './wechat-config'
import { DAY_LIMIT_REACHED, WeChatError } from './wechat-error'

const PATH = '/cgi-bin/message/subscribe/send'

export interface SubscribeMessage {
  readonly openid: string
  readonly templateId: string
  /** Page of the mini-program with its query, no slash in front; null opens nothing. */
  readonly page: string | null
  /** Template field ("thing1", "time2") → its text. */
  readonly fields: Readonly<Record<string, string>>
}

/**
 * - refused: no acceptance left, or the person switched messages off; another channel must carry it
 * - bad-template: our mistake in template, field or page; an alarm, no use repeating
 * - unknown-openid: not a user of this mini-program (any more)
 * - try-later: not before `waitMs`; `mayHaveArrived` if WeChat was reached and then stayed silent
 */
export type SendOutcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'bad-template'; readonly errcode: number }
  | { readonly outcome: 'unknown-openid' }
  | {
      readonly outcome: 'try-later'
      readonly errcode: number | null
      readonly waitMs: number
      readonly mayHaveArrived: boolean
    }

// The day limit ends at midnight; asking hourly finds the new day soon enough.
const DAY_LIMIT_WAIT_MS = 3_600_000
const PASSING_WAIT_MS = 60_000
// Template unknown, page unknown, a field that is missing or breaks its type's rule.
const OUR_MISTAKES = new Set([40037, 41030, 47003])

/** @throws WeChatError only for what an operator must mend: app id, secret, permission, address list. */
export async function sendSubscribeMessage(
  token: AccessToken,
  config: WeChatConfig,
  message: SubscribeMessage,
): Promise<SendOutcome> {
  try {
    await token.ask({
      path: PATH,
      body: {
        touser: message.openid,
        template_id: message.templateId,
        ...(message.page === null ? {} : { page: message.page }),
        miniprogram_state: config.miniProgramState,
        lang: 'zh_CN',
        data: Object.fromEntries(Object.entries(message.fields).map(([name, value]) => [name, { value }])),
      },
    })
    return { outcome: 'sent' }
  } catch (error) {
    if (error instanceof WeChatError) return outcomeOf(error)
    throw error
  }
}

function outcomeOf(error: WeChatError): SendOutcome {
  if (error.errcode === 43101) return { outcome: 'refused' }
  if (error.errcode === 40003) return { outcome: 'unknown-openid' }
  if (error.errcode !== null && OUR_MISTAKES.has(error.errcode)) return { outcome: 'bad-template', errcode: error.errcode }
  if (!error.retryable) throw error
  return {
    outcome: 'try-later',
    errcode: error.errcode,
    waitMs: error.errcode === DAY_LIMIT_REACHED ? DAY_LIMIT_WAIT_MS : PASSING_WAIT_MS,
    mayHaveArrived: error.path === PATH && (error.failure === 'silent' || error.failure === 'malformed'),
  }
}
