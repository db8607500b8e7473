import type { EpochMs } from '@huiying/shared/kernel'
import { createHash, createHmac } from 'node:crypto'

/** A request to Tencent Cloud's API 3.0, as far as its signature covers it. */
export interface Tc3Request {
  readonly secretId: string
  readonly secretKey: string
  readonly host: string
  /** The first part of the product's own host name: "sms". */
  readonly service: string
  /** The bytes of the body, exactly as they are sent. */
  readonly payload: string
  readonly at: EpochMs
}

/** What a POST to "/" must carry besides, so that nobody can change it on the way or send it again tomorrow. */
export const TC3_CONTENT_TYPE = 'application/json; charset=utf-8'

const SIGNED_HEADERS = 'content-type;host'

/**
 * The Authorization header of TC3-HMAC-SHA256. The key of a day is made from the secret step by step, so that the
 * secret itself signs nothing but a date.
 */
export function tc3Authorization({ secretId, secretKey, host, service, payload, at }: Tc3Request): string {
  const seconds = String(Math.floor(at / 1_000))
  // Their day is the UTC one, whatever the region.
  const date = new Date(at).toISOString().slice(0, 10)
  const scope = `${date}/${service}/tc3_request`
  const headers = `content-type:${TC3_CONTENT_TYPE}\nhost:${host}\n`
  const canonical = ['POST', '/', '', headers, SIGNED_HEADERS, sha256(payload)].join('\n')
  const toSign = ['TC3-HMAC-SHA256', seconds, scope, sha256(canonical)].join('\n')
  const key = [date, service, 'tc3_request'].reduce<Buffer>(
    (made, step) => createHmac('sha256', made).update(step).digest(),
    Buffer.from(`TC3${secretKey}`),
  )
  const signature = createHmac('sha256', key).update(toSign).digest('hex')
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${SIGNED_HEADERS}, Signature=${signature}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
