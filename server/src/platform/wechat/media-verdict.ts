import type { TextVerdict } from './check-text'
import type { PushedEvent } from './push-message'
import { isObject } from './wechat-http'

export interface MediaVerdict {
  readonly traceId: string
  /** `null`: WeChat could not look at it, for instance because it could not fetch it. */
  readonly verdict: TextVerdict | null
}

/** What a `wxa_media_check` says; `null` for any other event. */
export function mediaVerdictIn(event: PushedEvent): MediaVerdict | null {
  const traceId = event['trace_id']
  if (event['Event'] !== 'wxa_media_check' || typeof traceId !== 'string' || traceId === '') return null
  const { result, errcode = 0 } = event
  const suggest = errcode === 0 && isObject(result) ? result['suggest'] : null
  const isVerdict = suggest === 'pass' || suggest === 'review' || suggest === 'risky'
  return { traceId, verdict: isVerdict ? suggest : null }
}
