import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** A call as it came over the wire. */
export interface SignedCall {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly rawBody: string
}

export interface Secret {
  readonly id: string
  readonly key: string
}

const LATEST_MS = 5 * 60_000
const FORM = /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/([a-z]+)\/tc3_request, SignedHeaders=([a-z;-]+), Signature=([0-9a-f]{64})$/

/**
 * What a server that speaks TC3-HMAC-SHA256 says of a signature: nothing is taken from our own signing code, so that a
 * mistake there shows here. `null`: it is good.
 */
export function faultOfSignature(call: SignedCall, secret: Secret, now: number): string | null {
  const [, secretId, date, service, signedNames, signature] = FORM.exec(header(call, 'authorization')) ?? []
  if (secretId === undefined || date === undefined || service === undefined || signature === undefined) {
    return 'AuthFailure.InvalidAuthorization'
  }
  if (secretId !== secret.id) return 'AuthFailure.SecretIdNotFound'
  const seconds = header(call, 'x-tc-timestamp')
  if (Math.abs(Number(seconds) * 1_000 - now) > LATEST_MS) return 'AuthFailure.SignatureExpire'
  if (new Date(Number(seconds) * 1_000).toISOString().slice(0, 10) !== date) return 'AuthFailure.SignatureFailure'
  const names = (signedNames ?? '').split(';')
  if (!names.includes('content-type') || !names.includes('host')) return 'AuthFailure.SignatureFailure'
  const lines = names.map((name) => `${name}:${header(call, name).trim().toLowerCase()}\n`).join('')
  const canonical = `${call.method}\n${call.path}\n\n${lines}\n${names.join(';')}\n${digest(call.rawBody)}`
  const dated = mac(`TC3${secret.key}`, date)
  const wanted = mac(mac(mac(dated, service), 'tc3_request'), [
    'TC3-HMAC-SHA256', seconds, `${date}/${service}/tc3_request`, digest(canonical),
  ].join('\n'))
  return timingSafeEqual(wanted, Buffer.from(signature, 'hex')) ? null : 'AuthFailure.SignatureFailure'
}

function header({ headers }: SignedCall, name: string): string {
  const value = headers[name]
  return typeof value === 'string' ? value : ''
}

function mac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
