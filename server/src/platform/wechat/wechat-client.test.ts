import { startTestWeChat, weChatErrorOf, type TestWeChat } from '../../../test/support/wechat'
import { createWeChatClient } from './wechat-client'

const MINUTE_MS = 60_000

let wechat: TestWeChat

beforeEach(async () => {
  wechat = await startTestWeChat()
})
afterEach(() => wechat.standIn.stop())

describe('signing in', () => {
  test('a login code gives openid and unionid, and no session key', async () => {
    const session = await wechat.client.code2Session(wechat.standIn.world.mintLoginCode('openid-wang', 'unionid-wang'))
    expect(session).toEqual({ openid: 'openid-wang', unionid: 'unionid-wang' })
  })

  test('a mini-program without an Open Platform account has no unionid', async () => {
    expect(await wechat.client.code2Session('demo:openid-li')).toEqual({ openid: 'openid-li', unionid: null })
  })

  test('a code works once, and only for five minutes', async () => {
    const code = wechat.standIn.world.mintLoginCode('openid-wang')
    await wechat.client.code2Session(code)
    expect(await weChatErrorOf(wechat.client.code2Session(code))).toMatchObject({ errcode: 40163, retryable: false })
    const old = wechat.standIn.world.mintLoginCode('openid-wang')
    wechat.nowMs += 5 * MINUTE_MS
    expect(await weChatErrorOf(wechat.client.code2Session(old))).toMatchObject({ errcode: 40029, retryable: false })
  })

  test.each(['', 'guessed', 'demo:', 'demo:a b', '<script>'])('code %j is no code', async (code) => {
    expect((await weChatErrorOf(wechat.client.code2Session(code))).errcode).toBe(40029)
  })

  test('another app id or secret is refused', async () => {
    const code = wechat.standIn.world.mintLoginCode('openid-wang')
    const otherApp = createWeChatClient({ ...wechat.config, appId: 'other' })
    const otherSecret = createWeChatClient({ ...wechat.config, appSecret: 'other' })
    expect((await weChatErrorOf(otherApp.code2Session(code))).errcode).toBe(40013)
    expect((await weChatErrorOf(otherSecret.code2Session(code))).errcode).toBe(40125)
    expect((await weChatErrorOf(otherSecret.phoneNumber(code)))).toMatchObject({ errcode: 40125, retryable: false })
  })
})

describe('phone numbers', () => {
  test('a code of the phone button gives the number once', async () => {
    const code = wechat.standIn.world.mintPhoneCode('13800005678')
    expect(await wechat.client.phoneNumber(code)).toEqual({ phone: '13800005678', countryCode: '86' })
    expect((await weChatErrorOf(wechat.client.phoneNumber(code))).errcode).toBe(40029)
  })

  test('a number from abroad comes with its country', async () => {
    expect(await wechat.client.phoneNumber(wechat.standIn.world.mintPhoneCode('91234567', '852'))).toEqual({
      phone: '91234567',
      countryCode: '852',
    })
  })

  test('a login code is no phone code', async () => {
    expect((await weChatErrorOf(wechat.client.phoneNumber(wechat.standIn.world.mintLoginCode('openid-wang')))).errcode).toBe(40029)
  })
})

describe('checking words', () => {
  test.each([
    ['路灯坏了三天', 'pass'],
    ['路灯 [review] 坏了', 'review'],
    ['路灯 [risky] 坏了', 'risky'],
  ])('%j: %s', async (text, verdict) => {
    expect(await wechat.client.checkText('openid-wang', text, 'forum')).toBe(verdict)
  })

  test('a long text is checked in parts, and the worst part counts', async () => {
    expect(await wechat.client.checkText('openid-wang', `${'灯'.repeat(4_990)}[review]`, 'forum')).toBe('review')
    expect(wechat.standIn.world.calls('/wxa/msg_sec_check')).toBe(2)
  })

  test('87014 is a verdict, 61010 is an error', async () => {
    wechat.standIn.world.addFault({ path: '/wxa/msg_sec_check', times: 1, errcode: 87014 })
    expect(await wechat.client.checkText('openid-wang', '路灯', 'comment')).toBe('risky')
    wechat.standIn.world.addFault({ path: '/wxa/msg_sec_check', times: 1, errcode: 61010 })
    expect(await weChatErrorOf(wechat.client.checkText('openid-wang', '路灯', 'comment'))).toMatchObject({ errcode: 61010 })
  })

  test('more than a minute\'s share is refused for now', async () => {
    wechat.standIn.world.addFault({ path: '/wxa/msg_sec_check', times: 1, errcode: 44991 })
    const refused = await weChatErrorOf(wechat.client.checkText('openid-wang', '路灯', 'comment'))
    expect(refused).toMatchObject({ errcode: 44991, retryable: true })
  })

  test('blank text asks nobody', async () => {
    expect(await wechat.client.checkText('openid-wang', ' \n', 'comment')).toBe('pass')
    expect(wechat.standIn.world.calls('/wxa/msg_sec_check')).toBe(0)
  })
})

describe('when WeChat is away', () => {
  test('a closed port is unreachable: nothing can have happened', async () => {
    await wechat.standIn.stop()
    expect(await weChatErrorOf(wechat.client.code2Session('demo:openid-wang'))).toMatchObject({
      failure: 'unreachable',
      errcode: null,
      retryable: true,
    })
  })

  test('silence ends after five seconds', async () => {
    wechat.standIn.world.addFault({ path: '/sns/jscode2session', times: 1, delayMs: 7_000 })
    const startedAt = performance.now()
    expect(await weChatErrorOf(wechat.client.code2Session('demo:openid-wang'))).toMatchObject({ failure: 'silent', retryable: true })
    expect(performance.now() - startedAt).toBeGreaterThan(4_900)
    expect(performance.now() - startedAt).toBeLessThan(6_500)
  }, 10_000)
})

test('no error tells a code, a phone number, a text, an openid, a token or the secret', async () => {
  const secrets = ['openid-wang', '路灯坏了', 'guessed-code', wechat.config.appSecret, 'access_token', 'js_code']
  wechat.standIn.world.addFault({ path: '/wxa/msg_sec_check', times: 1, errcode: 40129 })
  wechat.standIn.world.addFault({ path: '/cgi-bin/message/subscribe/send', times: 1, errcode: 40164 })
  const errors = [
    await weChatErrorOf(wechat.client.code2Session('guessed-code')),
    await weChatErrorOf(wechat.client.phoneNumber('guessed-code')),
    await weChatErrorOf(wechat.client.checkText('openid-wang', '路灯坏了', 'forum')),
    await weChatErrorOf(wechat.client.sendSubscribeMessage({ openid: 'openid-wang', templateId: 'answered', page: null, fields: { thing1: '路灯坏了' } })),
  ]
  await wechat.standIn.stop()
  errors.push(await weChatErrorOf(wechat.client.code2Session('guessed-code')))
  for (const error of errors) {
    const told = `${error.message} ${JSON.stringify(error)} ${JSON.stringify(error.cause ?? null)}`
    for (const secret of secrets) expect(told).not.toContain(secret)
  }
  expect(errors[0]?.rid).toMatch(/^[0-9a-f-]+$/)
})
