import { startTestWeChat, weChatErrorOf, type TestWeChat } from '../../../test/support/wechat'

const MINUTE_MS = 60_000
const TOKEN_PATH = '/cgi-bin/stable_token'

let wechat: TestWeChat

beforeEach(async () => {
  wechat = await startTestWeChat()
})
afterEach(() => wechat.standIn.stop())

describe('the access token', () => {
  const use = (): Promise<unknown> => wechat.client.checkText('openid-wang', '路灯坏了', 'forum')

  test('is fetched once for many calls at once, and kept', async () => {
    await Promise.all([use(), use(), use(), use()])
    await use()
    expect(wechat.standIn.world.calls(TOKEN_PATH)).toBe(1)
  })

  test('is renewed from five minutes before its end, and not earlier', async () => {
    await use()
    wechat.nowMs += 114 * MINUTE_MS
    await use()
    expect(wechat.standIn.world.calls(TOKEN_PATH)).toBe(1)
    wechat.nowMs += MINUTE_MS
    await use()
    expect(wechat.standIn.world.calls(TOKEN_PATH)).toBe(2)
  })

  test.each(['expired', 'forgotten'] as const)('that WeChat calls %s is replaced once for all calls waiting', async (how) => {
    await use()
    wechat.standIn.world.tokens.end(how)
    await Promise.all([use(), use(), use()])
    expect(wechat.standIn.world.calls(TOKEN_PATH)).toBe(2)
    expect(wechat.standIn.world.calls('/wxa/msg_sec_check')).toBe(1 + 3 + 3)
  })

  test('is forced anew when WeChat refuses it and yet hands out the same again', async () => {
    await use()
    wechat.standIn.world.addFault({ path: '/wxa/msg_sec_check', times: 1, errcode: 40001 })
    await use()
    expect(wechat.standIn.world.calls(TOKEN_PATH)).toBe(3)
  })

  test('is replaced no second time for the same call', async () => {
    wechat.standIn.world.addFault({ path: '/wxa/msg_sec_check', times: 2, errcode: 42001 })
    expect(await weChatErrorOf(use())).toMatchObject({ errcode: 42001, retryable: true })
    await expect(use()).resolves.toBe('pass')
  })

  test('that could not be fetched is asked for again by the next call', async () => {
    wechat.standIn.world.addFault({ path: TOKEN_PATH, times: 1, errcode: 45009 })
    expect(await weChatErrorOf(use())).toMatchObject({ errcode: 45009, retryable: true })
    await expect(use()).resolves.toBe('pass')
  })
})

