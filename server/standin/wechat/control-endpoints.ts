import type { Answer, Call } from './wechat-endpoints'
import { MEDIA_ENDINGS } from './pushes'
import type { World } from './world'

export class BadControlCall extends Error {}

type Control = (world: World, call: Call) => Answer

/** The stand-in's own endpoints, by which a test or a demo plays the part of the people and of bad luck. */
export const CONTROL_ENDPOINTS: Readonly<Record<string, Control>> = {
  // {openid, unionid?} → {code}: what wx.login() would give
  'POST /standin/codes': (world, { body }) => {
    const unionid = body?.['unionid']
    return { code: world.mintLoginCode(text(body, 'openid'), typeof unionid === 'string' ? unionid : undefined) }
  },
  // {phone, countryCode?} → {code}: what the phone number button would give
  'POST /standin/phone-codes': (world, { body }) => {
    const country = body?.['countryCode']
    return { code: world.mintPhoneCode(text(body, 'phone'), typeof country === 'string' ? country : undefined) }
  },
  // {openid, challenge} → {resultJSON, resultJSONSignature}: what wx.startSoterAuthentication would give on his phone
  'POST /standin/soter': (world, { body }) => ({ ...world.soter.sign(text(body, 'openid'), text(body, 'challenge')) }),
  // {openid, templateId, count}: the person accepted so many messages more
  'POST /standin/subscriptions': (world, { body }) => {
    world.addSubscriptions(text(body, 'openid'), text(body, 'templateId'), count(body, 'count'))
    return {}
  },
  // {templateId, fields: ["thing1", …]}
  'POST /standin/templates': (world, { body }) => {
    const fields = body?.['fields']
    if (!Array.isArray(fields)) throw new BadControlCall('fields must be a list of field names')
    world.defineTemplate(text(body, 'templateId'), fields.map(String))
    return {}
  },
  // {path, times, errcode | httpStatus | delayMs | losesAnswer}
  'POST /standin/faults': (world, { body }) => {
    world.addFault({
      path: text(body, 'path'),
      times: count(body, 'times'),
      ...(body?.['errcode'] === undefined ? {} : { errcode: count(body, 'errcode') }),
      ...(body?.['httpStatus'] === undefined ? {} : { httpStatus: count(body, 'httpStatus') }),
      ...(body?.['delayMs'] === undefined ? {} : { delayMs: count(body, 'delayMs') }),
      losesAnswer: body?.['losesAnswer'] === true,
    })
    return {}
  },
  // {url, token, aesKey?}: where messages are pushed to, as it is entered in the console; {openid}: he is away
  'POST /standin/push': (world, { body }) => {
    const aesKey = body?.['aesKey']
    world.pushes.enter({ url: text(body, 'url'), token: text(body, 'token'), aesKey: typeof aesKey === 'string' ? aesKey : null })
    return {}
  },
  'POST /standin/away': (world, { body }) => {
    world.sendAway(text(body, 'openid'))
    return {}
  },
  // {suggest: "pass" | "review" | "risky" | "fail" | "never"}: what becomes of the next picture; then the one after it
  'POST /standin/media-verdicts': (world, { body }) => {
    const suggest = MEDIA_ENDINGS.find((one) => one === text(body, 'suggest'))
    if (suggest === undefined) throw new BadControlCall(`suggest must be one of ${MEDIA_ENDINGS.join(', ')}`)
    world.pushes.plan(suggest)
    return {}
  },
  // {how: "expired" | "forgotten"}: all access tokens end
  'POST /standin/tokens/end': (world, { body }) => {
    world.tokens.end(text(body, 'how') === 'expired' ? 'expired' : 'forgotten')
    return {}
  },
  // ?openid=… → {messages: [...]}, oldest first
  'GET /standin/messages': (world, { query }) => {
    const openid = query.get('openid')
    return { messages: world.messages.filter((message) => openid === null || message.openid === openid) }
  },
  // ?path=… → {count}: how often the path was called
  'GET /standin/calls': (world, { query }) => ({ count: world.calls(query.get('path') ?? '') }),
}

function text(body: Call['body'], field: string): string {
  const value = body?.[field]
  if (typeof value !== 'string' || value === '') throw new BadControlCall(`${field} must be a text`)
  return value
}

function count(body: Call['body'], field: string): number {
  const value = body?.[field]
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new BadControlCall(`${field} must be a whole number`)
  return value
}
