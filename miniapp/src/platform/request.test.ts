import { freshPhone, phone } from '../../test/stand-in-taro'
import { SmallServer } from '../../test/small-server'
import { ApiError, NO_ANSWER } from './api-error'
import { serverNow } from './clock'
import { get, post, request } from './request'
import { sentenceOf } from './say'
import { keepToken, token } from './token'

let server: SmallServer

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
})
afterEach(async () => {
  keepToken(null)
  await server.stop()
})

function failure(promise: Promise<unknown>): Promise<ApiError> {
  return promise.then(
    () => Promise.reject(new Error('it went through')),
    (error: unknown) => {
      if (error instanceof ApiError) return error
      throw error
    },
  )
}

test('a status that is not 2xx is a refusal with its code and details, though WeChat calls it a success', async () => {
  server.reply = () => ({ status: 422, body: { code: 'ticket.text-too-long', details: { limit: 2000 } } })

  const error = await failure(post('/api/tickets', { text: '长' }))

  const { status, code, details, offline, passing } = error
  expect({ status, code, details, offline, passing }).toEqual({
    status: 422, code: 'ticket.text-too-long', details: { limit: 2000 }, offline: false, passing: false,
  })
  expect(sentenceOf(error)).toBe('字太多了，请写 2000 字以内，或者按住说给我们听')
})

test('an answer that is no problem document still makes a sentence without a code in it', async () => {
  server.reply = () => ({ status: 502, body: '<html>bad gateway</html>' })

  const error = await failure(post('/api/tickets', {}))

  expect(error.code).toBe('http.502')
  expect(error.passing).toBe(true)
  expect(sentenceOf(error)).toContain('请过几分钟再试')
})

test('a read is tried once more when the line was cut; a write is not', async () => {
  let cuts = 1
  server.reply = () => (cuts-- > 0 ? 'hang-up' : { body: { hello: 'again' } })
  await expect(get('/api/home')).resolves.toEqual({ hello: 'again' })
  expect(server.heard).toHaveLength(2)

  cuts = 1
  const error = await failure(post('/api/tickets', { text: '路灯坏了' }))
  expect([error.code, error.offline, error.passing]).toEqual([NO_ANSWER, true, true])
  expect(server.heard).toHaveLength(3)
  expect(sentenceOf(error)).toContain('网络不通')
})

test('a read gives up after the second cut', async () => {
  server.reply = () => 'hang-up'
  const error = await failure(get('/api/home'))
  expect(error.offline).toBe(true)
  expect(server.heard).toHaveLength(2)
})

test('a server that does not answer in time is no answer', async () => {
  server.reply = () => new Promise((resolve) => setTimeout(() => resolve({}), 300))
  const error = await failure(request('/api/tickets', { method: 'POST', timeoutMs: 50 }))
  expect(error.code).toBe(NO_ANSWER)
})

test('it carries the token, the idempotency key and never an empty JSON body', async () => {
  keepToken('secret-token')
  server.reply = () => ({})

  await post('/api/tickets/t1/withdrawal', undefined, 'key-1')

  expect(server.heard[0]?.headers).toMatchObject({
    authorization: 'Bearer secret-token', 'idempotency-key': 'key-1', 'content-type': 'application/json',
  })
  expect(server.heard[0]?.body).toEqual({})
})

test('a dead token is forgotten, a refusal of rights is not a dead token', async () => {
  keepToken('old')
  server.reply = () => ({ status: 403, body: { code: 'session.forbidden', details: {} } })
  await failure(get('/api/inbox'))
  expect(token.read()).toBe('old')

  server.reply = () => ({ status: 401, body: { code: 'session.expired', details: {} } })
  await failure(get('/api/inbox'))
  expect(token.read()).toBeNull()
})

test('the query is encoded and leaves out what is not there', async () => {
  server.reply = () => ({})
  await get('/api/villages', { query: '青石 & 桥', cursor: null, page: undefined })
  expect(server.heard[0]?.path).toBe(`/api/villages?query=${encodeURIComponent('青石 & 桥')}`)
})

test('no more than ten are on their way at once, and all arrive', async () => {
  let onTheirWay = 0
  let most = 0
  server.reply = async () => {
    onTheirWay += 1
    most = Math.max(most, onTheirWay)
    await new Promise((resolve) => setTimeout(resolve, 20))
    onTheirWay -= 1
    return {}
  }
  await Promise.all(Array.from({ length: 25 }, (_, index) => get(`/api/tickets/${index}`)))
  expect(most).toBe(10)
  expect(server.heard).toHaveLength(25)
})

test("the server's time is learned from its answers, whatever the phone's clock says", async () => {
  const ahead = 7 * 60_000
  server.reply = () => ({ headers: { 'X-Server-Time': String(Date.now() + ahead) } })
  await get('/api/me')
  expect(Math.abs(serverNow() - (Date.now() + ahead))).toBeLessThan(200)
})
