import { createWeChatClient, type WeChatClient } from '../../src/platform/wechat'
import { STANDIN_APP_ID, STANDIN_APP_SECRET, startWeChatStandIn, type WeChatStandIn } from './start-wechat-stand-in'

let standIn: WeChatStandIn
let client: WeChatClient

beforeEach(async () => {
  standIn = await startWeChatStandIn({ port: 0, startingSubscriptions: 0 })
  client = createWeChatClient({
    apiBase: standIn.url,
    appId: STANDIN_APP_ID,
    appSecret: STANDIN_APP_SECRET,
    trustsCloudHeaders: false,
    miniProgramState: 'developer',
  })
})
afterEach(() => standIn.stop())

async function control(path: string, body?: unknown): Promise<Record<string, unknown>> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(`${standIn.url}/standin/${path}`, init)
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, unknown>
}

test('codes for signing in and for the phone number are minted over HTTP', async () => {
  const { code } = await control('codes', { openid: 'openid-wang', unionid: 'unionid-wang' })
  expect(await client.code2Session(String(code))).toEqual({ openid: 'openid-wang', unionid: 'unionid-wang' })
  const phone = await control('phone-codes', { phone: '13800005678' })
  expect(await client.phoneNumber(String(phone['code']))).toEqual({ phone: '13800005678', countryCode: '86' })
})

test('messages can be allowed, sent and read', async () => {
  await control('subscriptions', { openid: 'openid-wang', templateId: 'answered', count: 1 })
  await control('templates', { templateId: 'answered', fields: ['thing1'] })
  const message = { openid: 'openid-wang', templateId: 'answered', page: null, fields: { thing1: '已回应' } }
  expect(await client.sendSubscribeMessage(message)).toEqual({ outcome: 'sent' })
  expect(await client.sendSubscribeMessage(message)).toEqual({ outcome: 'refused' })
  expect(await control('messages?openid=openid-wang')).toMatchObject({ messages: [message] })
  expect(await control('messages?openid=openid-li')).toEqual({ messages: [] })
})

test('faults and dead tokens can be ordered', async () => {
  await client.checkText('openid-wang', '路灯', 'forum')
  await control('tokens/end', { how: 'expired' })
  await control('faults', { path: '/wxa/msg_sec_check', errcode: 87014, times: 1 })
  // The fault takes the place of the first answer, so the dead token shows at the call after it.
  expect(await client.checkText('openid-wang', '路灯', 'forum')).toBe('risky')
  expect(await client.checkText('openid-wang', '路灯', 'forum')).toBe('pass')
  expect(await control('calls?path=/cgi-bin/stable_token')).toEqual({ count: 2 })
})

test.each([
  ['codes', {}],
  ['phone-codes', { phone: 138 }],
  ['faults', { path: '/sns/jscode2session' }],
  ['subscriptions', null],
])('a control call to %s with %j is told what is missing', async (path, body) => {
  const response = await fetch(`${standIn.url}/standin/${path}`, { method: 'POST', body: JSON.stringify(body) })
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ error: expect.stringMatching(/must be/) })
})

test('an unknown path is 404, in the form of an errcode', async () => {
  const response = await fetch(`${standIn.url}/cgi-bin/user/info`)
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ errcode: 40066 })
})
