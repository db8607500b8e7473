import Taro from '@tarojs/taro'
import type { AcceptedSubscriptionsBody, SubscriptionsAnswer, TemplateKey } from '@huiying/shared/notifications'
import { get, post } from './request'

export type SubscribeOutcome =
  | { readonly status: 'accepted'; readonly subscriptions: SubscriptionsAnswer }
  | { readonly status: 'declined' }
  /** A browser, or no template configured: WeChat has nothing to ask. */
  | { readonly status: 'unavailable' }
  /** Switched off for this mini-program in WeChat itself (error 20004). */
  | { readonly status: 'switched-off' }

// WeChat opens its dialog only straight inside a tap, before any waiting. So the templates are fetched beforehand.
let known: SubscriptionsAnswer | null = null

/** Loads what is left of each template, when a page opens on which `askToSubscribe` may be tapped. @throws ApiError */
export async function loadSubscriptions(): Promise<SubscriptionsAnswer> {
  known = await get<SubscriptionsAnswer>('/api/me/subscriptions')
  return known
}

/** Hands in what an act already answered. */
export function rememberSubscriptions(answer: SubscriptionsAnswer): void {
  known = answer
}

/** Asked again before it is used up: one busy day takes more than one. */
const LOW = 3

/** Gets `topUpInPassing` ready; where it fails nobody is asked, and the inbox of the app has everything anyway. */
export function prepareTopUp(): void {
  if (process.env.TARO_ENV !== 'h5') loadSubscriptions().catch(() => undefined)
}

/**
 * Asks for more of those that run low, beside what a tap is for and without holding it up: who answers or takes over is
 * the one who must hear of the next matter. Must be called straight from a tap's handler.
 */
export function topUpInPassing(keys: readonly TemplateKey[]): void {
  const mine = (known?.templates ?? []).filter(({ key, wanted }) => wanted && keys.includes(key))
  const low = mine.filter(({ remaining }) => remaining < LOW)
  if (low.length > 0) askToSubscribe(low.map(({ key }) => key)).catch(() => undefined)
}

/**
 * Must be called straight from a tap's handler. One acceptance is one message that WeChat will carry.
 * @throws ApiError when the acceptance could not be told to the server.
 */
export async function askToSubscribe(keys: readonly TemplateKey[]): Promise<SubscribeOutcome> {
  const templates = known?.templates ?? []
  const asked = templates.filter((template) => keys.includes(template.key) && template.templateId !== null)
  if (process.env.TARO_ENV === 'h5' || asked.length === 0) return { status: 'unavailable' }
  // WeChat takes at most five in one dialog.
  const templateIds = asked.slice(0, 5).map((template) => String(template.templateId))
  let answer: Readonly<Record<string, unknown>>
  try {
    answer = { ...(await Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] })) }
  } catch (error) {
    const { errCode } = error as { errCode?: number }
    return { status: errCode === 20004 ? 'switched-off' : 'declined' }
  }
  const accepted = asked.filter((template) => answer[String(template.templateId)] === 'accept').map((template) => template.key)
  if (accepted.length === 0) return { status: 'declined' }
  const body: AcceptedSubscriptionsBody = { accepted }
  known = await post<SubscriptionsAnswer>('/api/me/subscriptions', body)
  return { status: 'accepted', subscriptions: known }
}
