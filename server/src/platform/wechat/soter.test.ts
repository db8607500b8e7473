import type { SoterResult } from './index'
import { startTestWeChat, weChatErrorOf, type TestWeChat } from '../../../test/support/wechat'

const PATH = '/cgi-bin/soter/verify_signature'

let wechat: TestWeChat
beforeEach(async () => {
  wechat = await startTestWeChat()
})
afterEach(() => wechat.standIn.stop())

async function signed(openid: string, challenge: string): Promise<SoterResult> {
  const response = await fetch(`${wechat.standIn.url}/standin/soter`, {
    method: 'POST', body: JSON.stringify({ openid, challenge }),
  })
  const { resultJSON, resultJSONSignature } = (await response.json()) as Record<string, string>
  return { json: resultJSON ?? '', signature: resultJSONSignature ?? '' }
}

test('what the phone of this person signed is vouched for, and says what was signed', async () => {
  const result = await signed('open-li', 'ab12')
  expect(JSON.parse(result.json)).toMatchObject({ raw: 'ab12' })
  expect(await wechat.client.verifySoter('open-li', result)).toBe(true)
})

test('another person, another text, another signature: not vouched for', async () => {
  const result = await signed('open-li', 'ab12')
  const others = await signed('open-chen', 'ab12')
  expect(await wechat.client.verifySoter('open-chen', result)).toBe(false)
  expect(await wechat.client.verifySoter('open-nobody', result)).toBe(false)
  expect(await wechat.client.verifySoter('open-li', { ...result, json: result.json.replace('ab12', 'cd34') })).toBe(false)
  expect(await wechat.client.verifySoter('open-li', { ...result, signature: others.signature })).toBe(false)
  expect(await wechat.client.verifySoter('open-li', { ...result, signature: 'AAAA' })).toBe(false)
})

test('an invalid signature said by a code is a no; silence and nonsense are errors, never a yes', async () => {
  const result = await signed('open-li', 'ab12')
  wechat.standIn.world.addFault({ path: PATH, times: 1, errcode: 87009 })
  expect(await wechat.client.verifySoter('open-li', result)).toBe(false)
  wechat.standIn.world.addFault({ path: PATH, times: 1, httpStatus: 502 })
  expect(await weChatErrorOf(wechat.client.verifySoter('open-li', result))).toMatchObject({ failure: 'malformed' })
  await wechat.standIn.stop()
  expect(await weChatErrorOf(wechat.client.verifySoter('open-li', result))).toMatchObject({ errcode: null, retryable: true })
})
