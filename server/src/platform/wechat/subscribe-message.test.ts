import { startTestWeChat, weChatErrorOf, type TestWeChat } from '../../../test/support/wechat'
import type { SubscribeMessage } from './subscribe-message'

const MINUTE_MS = 60_000
const SEND_PATH = '/cgi-bin/message/subscribe/send'

let wechat: TestWeChat

beforeEach(async () => {
  wechat = await startTestWeChat()
})
afterEach(() => wechat.standIn.stop())

function message(overrides: Partial<SubscribeMessage> = {}): SubscribeMessage {
  return {
    openid: 'openid-wang',
    templateId: 'answered',
    page: 'packages/ticket/detail?id=1',
    fields: { thing1: '下水道堵了', time2: '2026年9月14日 10:05', phrase3: '已回应' },
    ...overrides,
  }
}

test('one acceptance is one message', async () => {
  wechat.standIn.world.addSubscriptions('openid-wang', 'answered', 1)
  expect(await wechat.client.sendSubscribeMessage(message())).toEqual({ outcome: 'sent' })
  expect(await wechat.client.sendSubscribeMessage(message())).toEqual({ outcome: 'refused' })
  expect(wechat.standIn.world.messages).toEqual([
    { id: 1, receivedAt: wechat.nowMs, ...message() },
  ])
})

test('an acceptance of one template is none of another', async () => {
  wechat.standIn.world.addSubscriptions('openid-wang', 'closed', 1)
  expect(await wechat.client.sendSubscribeMessage(message())).toEqual({ outcome: 'refused' })
})

test.each([
  ['a thing of 21 characters', { thing1: '一二三四五六七八九十一二三四五六七八九十一' }],
  ['a phrase of six', { phrase1: '一二三四五六' }],
  ['a phrase with a Latin letter', { phrase1: 'VIP卡' }],
  ['a time in words', { time1: '今天上午' }],
  ['an hour 24', { time1: '24:00' }],
  ['an empty value', { thing1: '' }],
  ['a field of no known type', { words1: '下水道' }],
  ['no field', {}],
])('%s is our mistake', async (_what, fields) => {
  wechat.standIn.world.addSubscriptions('openid-wang', 'answered', 1)
  const outcome = await wechat.client.sendSubscribeMessage(message({ fields: fields as Record<string, string> }))
  expect(outcome).toEqual({ outcome: 'bad-template', errcode: 47003 })
  expect(wechat.standIn.world.messages).toEqual([])
})

test('a missing field and an unknown template are our mistake too', async () => {
  wechat.standIn.world.defineTemplate('answered', ['thing1', 'time2', 'phrase3', 'name4'])
  expect(await wechat.client.sendSubscribeMessage(message())).toEqual({ outcome: 'bad-template', errcode: 47003 })
  const other = message({ templateId: 'undefined' })
  expect(await wechat.client.sendSubscribeMessage(other)).toEqual({ outcome: 'bad-template', errcode: 40037 })
})

test('somebody who is no user is told apart from a refusal', async () => {
  expect(await wechat.client.sendSubscribeMessage(message({ openid: 'no such openid' }))).toEqual({ outcome: 'unknown-openid' })
})

test('a short fit of being busy is sat out', async () => {
  wechat.standIn.world.addSubscriptions('openid-wang', 'answered', 1)
  wechat.standIn.world.addFault({ path: SEND_PATH, times: 2, errcode: -1 })
  expect(await wechat.client.sendSubscribeMessage(message())).toEqual({ outcome: 'sent' })
})

test('a longer one is for later', async () => {
  wechat.standIn.world.addFault({ path: SEND_PATH, times: 3, errcode: -1 })
  expect(await wechat.client.sendSubscribeMessage(message())).toEqual({
    outcome: 'try-later',
    errcode: -1,
    waitMs: MINUTE_MS,
    mayHaveArrived: false,
  })
  expect(wechat.standIn.world.calls(SEND_PATH)).toBe(3)
})

test("the day's limit is not asked again at once", async () => {
  wechat.standIn.world.addFault({ path: SEND_PATH, times: 9, errcode: 45009 })
  expect(await wechat.client.sendSubscribeMessage(message())).toMatchObject({ outcome: 'try-later', waitMs: 60 * MINUTE_MS })
  expect(wechat.standIn.world.calls(SEND_PATH)).toBe(1)
})

test('an answer that got lost may have been a success', async () => {
  wechat.standIn.world.addSubscriptions('openid-wang', 'answered', 1)
  wechat.standIn.world.addFault({ path: SEND_PATH, times: 1, losesAnswer: true })
  expect(await wechat.client.sendSubscribeMessage(message())).toMatchObject({ outcome: 'try-later', mayHaveArrived: true })
  expect(wechat.standIn.world.messages).toHaveLength(1)
})

test('a gateway page instead of an answer is for later', async () => {
  wechat.standIn.world.addFault({ path: SEND_PATH, times: 1, httpStatus: 502 })
  expect(await wechat.client.sendSubscribeMessage(message())).toMatchObject({ outcome: 'try-later', errcode: null })
})

test('what only an operator can mend is an error', async () => {
  wechat.standIn.world.addFault({ path: SEND_PATH, times: 1, errcode: 40164 })
  const error = await weChatErrorOf(wechat.client.sendSubscribeMessage(message()))
  expect(error).toMatchObject({ errcode: 40164, retryable: false })
})
