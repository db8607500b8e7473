import { randomBytes } from 'node:crypto'
import { fieldAccepts, isFieldName } from './template-fields'
import type { World } from './world'

export interface Call {
  readonly query: URLSearchParams
  /** The parsed JSON of a POST; null if it was none. */
  readonly body: Readonly<Record<string, unknown>> | null
}

export type Answer = Readonly<Record<string, unknown>>
type Endpoint = (world: World, call: Call) => Answer

/** The endpoints of WeChat that the stand-in speaks, by method and path. */
export const WECHAT_ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  'GET /sns/jscode2session': (world, { query }) => {
    const stranger = strangerCode(world, query.get('appid'), query.get('secret'))
    if (stranger !== 0) return refusal(stranger)
    const code = query.get('js_code') ?? ''
    const demo = /^demo:([\w-]{1,64})$/.exec(code)?.[1]
    const person = demo === undefined ? world.useCode(code, 'openid') : { openid: demo, unionid: undefined }
    if (typeof person === 'string') return refusal(person === 'used' ? 40163 : 40029)
    return {
      session_key: randomBytes(16).toString('base64'),
      openid: person.openid,
      ...(person.unionid === undefined ? {} : { unionid: person.unionid }),
    }
  },

  'POST /cgi-bin/stable_token': (world, { body }) => {
    if (body === null) return refusal(47001)
    if (body['grant_type'] !== 'client_credential') return refusal(40002)
    const stranger = strangerCode(world, body['appid'], body['secret'])
    if (stranger !== 0) return refusal(stranger)
    const { text, lifeSeconds } = world.tokens.handOut(body['force_refresh'] === true)
    return { access_token: text, expires_in: lifeSeconds }
  },

  'POST /wxa/business/getuserphonenumber': withToken((world, body) => {
    const code = textIn(body, 'code')
    const demo = /^demo:(1\d{10})$/.exec(code)?.[1]
    const owner = demo === undefined ? world.useCode(code, 'phone') : { phone: demo, countryCode: '86' }
    // This endpoint has no "used" of its own.
    if (typeof owner === 'string') return refusal(40029)
    return ok({
      phone_info: {
        phoneNumber: owner.countryCode === '86' ? owner.phone : `+${owner.countryCode}${owner.phone}`,
        purePhoneNumber: owner.phone,
        countryCode: owner.countryCode,
        watermark: { timestamp: Math.floor(world.options.now() / 1_000), appid: world.options.appId },
      },
    })
  }),

  'POST /cgi-bin/message/subscribe/send': withToken((world, body) => {
    const openid = textIn(body, 'touser')
    if (!isOpenid(openid)) return refusal(40003)
    const templateId = textIn(body, 'template_id')
    const required = world.templateFields(templateId)
    if (templateId === '' || required === null) return refusal(40037)
    const page = textIn(body, 'page')
    if (page.startsWith('/')) return refusal(41030)
    const fields = fieldsIn(body['data'])
    const wrong = wrongField(fields, required)
    if (wrong !== null) return refusal(47003, `data.${wrong}.value`)
    if (!world.takeSubscription(openid, templateId)) return refusal(43101)
    const { id } = world.deliver({ openid, templateId, page: page === '' ? null : page, fields })
    return ok({ msgid: id })
  }),

  'POST /cgi-bin/soter/verify_signature': withToken((world, body) => {
    const openid = textIn(body, 'openid')
    if (!isOpenid(openid)) return refusal(40003)
    const [json, signature] = [textIn(body, 'json_string'), textIn(body, 'json_signature')]
    if (json === '' || signature === '') return refusal(47001)
    return ok({ is_ok: world.soter.isSigned(openid, json, signature) })
  }),

  'POST /wxa/msg_sec_check': withToken((world, body) => {
    const content = textIn(body, 'content')
    const suggest = suggestionFor(content)
    if (body['version'] !== 2) return suggest === 'risky' ? refusal(87014) : ok({})
    const stranger = unaskable(world, body)
    if (stranger !== 0) return refusal(stranger)
    if (content === '') return refusal(44004)
    if (Array.from(content).length > 2_500) return refusal(45002)
    const label = suggest === 'pass' ? 100 : 20006
    const traceId = randomBytes(12).toString('hex')
    return ok({ trace_id: traceId, result: { suggest, label }, detail: [{ strategy: 'content_model', suggest, label }] })
  }),

  'POST /wxa/media_check_async': withToken((world, body) => {
    if (body['version'] !== 2) return refusal(47001)
    const stranger = unaskable(world, body)
    if (stranger !== 0) return refusal(stranger)
    if (![1, 2].includes(Number(body['media_type']))) return refusal(40004)
    const url = textIn(body, 'media_url')
    if (!URL.canParse(url)) return refusal(47001)
    const traceId = randomBytes(12).toString('hex')
    world.pushes.lookAt(url, traceId, textIn(body, 'openid'))
    return ok({ trace_id: traceId })
  }),
}

export function refusal(errcode: number, what = 'refused'): Answer {
  const rid = [4, 4, 4].map((length) => randomBytes(length).toString('hex')).join('-')
  return { errcode, errmsg: `${what}, rid: ${rid}` }
}

function ok(fields: Answer): Answer {
  return { errcode: 0, errmsg: 'ok', ...fields }
}

function withToken(endpoint: (world: World, body: Answer) => Answer): Endpoint {
  return (world, { query, body }) => {
    const errcode = world.tokens.judge(query.get('access_token'))
    if (errcode !== 0) return refusal(errcode)
    return body === null ? refusal(47001) : endpoint(world, body)
  }
}

function strangerCode(world: World, appId: unknown, secret: unknown): 0 | 40013 | 40125 {
  if (appId !== world.options.appId) return 40013
  return secret === world.options.appSecret ? 0 : 40125
}

/** Why nothing can be checked for that person; 0: it can. */
function unaskable(world: World, body: Answer): 0 | 40003 | 40129 | 61010 {
  const openid = textIn(body, 'openid')
  if (!isOpenid(openid)) return 40003
  if (![1, 2, 3, 4].includes(Number(body['scene']))) return 40129
  return world.isAway(openid) ? 61010 : 0
}

// The stand-in can't know who ever used the mini-program (it forgets on restart), so any openid of the
// right form is somebody.
function isOpenid(text: string): boolean {
  return /^[\w-]{1,64}$/.test(text)
}

// The stand-in has no list of bad words: these two marks stand for what a real check would find.
function suggestionFor(content: string): 'pass' | 'review' | 'risky' {
  if (content.includes('[risky]')) return 'risky'
  return content.includes('[review]') ? 'review' : 'pass'
}

function fieldsIn(data: unknown): Readonly<Record<string, string>> {
  if (typeof data !== 'object' || data === null) return {}
  return Object.fromEntries(
    Object.entries(data as Record<string, unknown>).map(([name, field]) => [
      name,
      typeof field === 'object' && field !== null && 'value' in field ? String(field.value) : '',
    ]),
  )
}

/** The name of a field that is missing, not of the template, or holds what its type forbids. */
function wrongField(fields: Readonly<Record<string, string>>, required: readonly string[] | 'any'): string | null {
  const names = Object.keys(fields)
  if (required !== 'any') {
    const missing = required.find((name) => !names.includes(name))
    if (missing !== undefined) return missing
  }
  const wrong = names.find((name) => !isFieldName(name) || !fieldAccepts(name, fields[name] ?? ''))
  return names.length === 0 ? 'thing1' : wrong ?? null
}

function textIn(body: Answer, field: string): string {
  const value = body[field]
  return typeof value === 'string' ? value : ''
}
