import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { isObject } from './wechat-http'

/** How WeChat proves that a push is its own: settings of 消息推送 in the console. */
export interface PushConfig {
  readonly appId: string
  /** Never logged. */
  readonly token: string
  /** EncodingAESKey, 43 characters; `null`: pushes come in the clear and only their address is signed. */
  readonly aesKey: string | null
}

/** What stands in the address of a push. */
export interface PushQuery {
  readonly signature: string
  readonly timestamp: string
  readonly nonce: string
  readonly msgSignature: string
}

export type PushedEvent = Readonly<Record<string, unknown>>

/** An address that was signed longer ago is somebody's copy of it. */
const FRESH_SECONDS = 600

/** Whether token, time and nonce were signed by whoever knows the token, just now. */
export function isSignedPush({ token }: PushConfig, query: PushQuery, nowMs: number): boolean {
  const { signature, timestamp, nonce } = query
  return isFresh(timestamp, nowMs) && isSame(signature, pushSignature(token, timestamp, nonce))
}

/**
 * The event in a push; `null`: it is not WeChat's. Once a key is set nothing is taken in the clear: whoever has seen
 * one signed address could write the rest himself.
 */
export function openPush(config: PushConfig, query: PushQuery, body: unknown, nowMs: number): PushedEvent | null {
  if (!isObject(body)) return null
  if (config.aesKey === null) return isSignedPush(config, query, nowMs) ? body : null
  const sealed = body['Encrypt']
  if (typeof sealed !== 'string' || !isFresh(query.timestamp, nowMs)) return null
  const wanted = pushSignature(config.token, query.timestamp, query.nonce, sealed)
  return isSame(query.msgSignature, wanted) ? unsealed(config.aesKey, config.appId, sealed) : null
}

/** SHA-1 over the parts in the order of their characters: WeChat's own, weak as it is. */
function pushSignature(...parts: readonly string[]): string {
  return createHash('sha1').update([...parts].sort().join('')).digest('hex')
}

// PKCS#7, but over blocks of 32 bytes, which no library pads by itself.
const BLOCK_BYTES = 32
const RANDOM_BYTES = 16
const LENGTH_BYTES = 4

/** 16 random bytes, the length, the message, the app's id, padded: AES-256-CBC, the key's first half as its start. */
function unsealed(aesKey: string, appId: string, sealed: string): PushedEvent | null {
  try {
    const key = keyOf(aesKey)
    const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const padded = Buffer.concat([cipher.update(Buffer.from(sealed, 'base64')), cipher.final()])
    const missing = padded.at(-1) ?? 0
    if (missing < 1 || missing > BLOCK_BYTES) return null
    const plain = padded.subarray(RANDOM_BYTES, padded.length - missing)
    const end = LENGTH_BYTES + plain.readUInt32BE(0)
    // Another app's push, sent on by somebody, is signed and sealed well enough, but not ours.
    if (plain.subarray(end).toString() !== appId) return null
    const event: unknown = JSON.parse(plain.subarray(LENGTH_BYTES, end).toString())
    return isObject(event) ? event : null
  } catch {
    return null
  }
}

function keyOf(aesKey: string): Buffer {
  return Buffer.from(`${aesKey}=`, 'base64')
}

function isFresh(timestamp: string, nowMs: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(nowMs / 1_000 - Number(timestamp)) <= FRESH_SECONDS
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}
