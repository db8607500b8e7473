import type { Problem } from '@huiying/shared/facts'
import { Writable } from 'node:stream'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import { createLog } from '../log'

const JSON_TYPE = { 'content-type': 'application/json' }

/** Of the API's own description: by path and method. */
type Described = Readonly<Record<string, Readonly<Record<string, { readonly summary?: string }>>>>

describe('the edge of the server', () => {
  let server: TestApp
  const logged: string[] = []
  const log = createLog({ isDemo: false, logLevel: 'debug' }, new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged.push(chunk.toString('utf8'))
      done()
    },
  }))

  beforeAll(async () => {
    server = await startTestApp({ CORS_ORIGINS: 'https://friend.example' }, log)
  })
  afterAll(() => server.stop())
  beforeEach(() => {
    logged.length = 0
  })

  describe('problems', () => {
    const wrong: readonly (readonly [string, 'GET' | 'POST' | 'PUT', string, object | string | undefined, Record<string, string>, number, string])[] = [
      ['an unknown route', 'GET', '/api/nothing', undefined, {}, 404, 'request.not-found'],
      ['an unknown page', 'GET', '/nothing', undefined, {}, 404, 'request.not-found'],
      ['a wrong method', 'PUT', '/api/me', {}, {}, 405, 'request.method-not-allowed'],
      ['a wrong method with an id', 'GET', '/api/membership-requests/1/decision', undefined, {}, 405, 'request.method-not-allowed'],
      ['broken JSON', 'POST', '/api/session/wechat', '{"code": "secret', JSON_TYPE, 400, 'request.malformed'],
      ['JSON announced, nothing sent', 'POST', '/api/session/wechat', '', JSON_TYPE, 400, 'request.malformed'],
      ['no body at all', 'POST', '/api/session/wechat', undefined, {}, 422, 'request.invalid'],
      ['null', 'POST', '/api/session/wechat', 'null', JSON_TYPE, 422, 'request.invalid'],
      ['a list', 'POST', '/api/session/wechat', '[]', JSON_TYPE, 422, 'request.invalid'],
      ['a list of bodies', 'POST', '/api/session/wechat', '[{"code":"demo:x"}]', JSON_TYPE, 422, 'request.invalid'],
      ['a bare word', 'POST', '/api/session/wechat', '"demo:x"', JSON_TYPE, 422, 'request.invalid'],
      ['a number', 'POST', '/api/session/wechat', '7', JSON_TYPE, 422, 'request.invalid'],
      ['__proto__', 'POST', '/api/session/wechat', '{"code":"demo:x","__proto__":{"isAdmin":true}}', JSON_TYPE, 400, 'request.malformed'],
      ['constructor.prototype', 'POST', '/api/session/wechat', '{"code":"demo:x","constructor":{"prototype":{}}}', JSON_TYPE, 400, 'request.malformed'],
      ['a form', 'POST', '/api/session/wechat', 'code=demo:x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'request.unsupported-media-type'],
      ['plain text', 'POST', '/api/session/wechat', '{"code":"demo:x"}', { 'content-type': 'text/plain' }, 415, 'request.unsupported-media-type'],
      ['XML', 'POST', '/api/session/wechat', '<code/>', { 'content-type': 'application/xml' }, 415, 'request.unsupported-media-type'],
      ['more than 256 KB', 'POST', '/api/session/wechat', { code: 'x'.repeat(256 * 1_024) }, {}, 413, 'request.too-large'],
      ['an address no router reads', 'GET', '/api/villages/%zz/directory', undefined, {}, 400, 'request.malformed'],
      ['an endless id', 'GET', `/api/villages/${'x'.repeat(500)}/directory`, undefined, {}, 404, 'request.not-found'],
    ]

    test.each(wrong)('%s', async (_, method, url, body, headers, status, code) => {
      const answer = await server.send(method, url, { headers, ...(body === undefined ? {} : { body }) })
      expect(answer).toMatchObject({ status, code })
      expect(answer.headers).toMatchObject({
        'content-type': 'application/problem+json; charset=utf-8', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store',
      })
      const problem = answer.as<Problem>()
      expect(problem).toMatchObject({ type: `urn:huiying:${code}`, status, title: expect.stringMatching(/\p{Script=Han}/u) })
      expect(answer.text).not.toContain('secret')
    })

    test('a wrong method names the right ones', async () => {
      expect((await server.send('PUT', '/api/me', { body: {} })).headers['allow']).toBe('GET, HEAD')
    })

    test('each fault by its field, in Chinese, without what was sent', async () => {
      const answer = await server.send('POST', '/api/session/wechat', { body: { code: 7, isAdmin: 'my secret' } })
      expect(answer.as<Problem>().faults).toEqual([
        { field: 'isAdmin', title: '不认识这一项，请更新小程序再试' },
        { field: 'code', title: expect.stringMatching(/^\p{Script=Han}/u) },
      ])
      expect(answer.text).not.toContain('my secret')
    })

    test.each([
      ['missing', undefined, '这一项不能空着'],
      ['null', null, '这一项不能空着'],
      ['a number', 7, '这一项要写文字'],
      ['a list', ['x'], '这一项要写文字'],
      ['empty', '', '这一项不能空着'],
      ['too long', 'x'.repeat(10_000), '长'],
    ])('a field that is %s is told as that, whatever else it breaks', async (_, sent, words) => {
      const answer = await server.send('POST', '/api/session/wechat', { body: { code: sent } })
      expect(answer.as<Problem>().faults).toEqual([{ field: 'code', title: expect.stringContaining(words) }])
      const token = await server.signIn('open-wang')
      const headers = { 'idempotency-key': 'a-faulty-matter-1' }
      const matter = await server.send('POST', '/api/tickets', { token, headers, body: { villageId: sent, text: '路灯坏了' } })
      // An empty id fits every rule of its shape.
      if (sent !== '') expect(matter.as<Problem>().faults).toEqual([{ field: 'villageId', title: expect.stringContaining(words) }])
    })

    test('what nobody foresaw: one code outside, the place inside, no words of anybody anywhere', async () => {
      const token = await server.signIn('open-wang')
      const { reads } = server.db
      const spy = jest.spyOn(reads, 'query').mockRejectedValueOnce(new SyntaxError('Unexpected token 王桂花 13900000001'))
      const answer = await server.send('GET', '/api/me', { token })
      spy.mockRestore()
      expect(answer).toMatchObject({ status: 500, code: 'server.failed' })
      const all = logged.join('')
      expect(all).toContain('"err":{"name":"SyntaxError"')
      expect(all).toContain('edge.test')
      expect(answer.text + all).not.toMatch(/王桂花|13900000001/)
    })

    test('a database that does not answer is told as busy, with when to come back', async () => {
      const spy = jest.spyOn(server.app.platform.clock, 'now').mockRejectedValue(new Error('gone'))
      const answer = await server.send('GET', '/api/me', { token: 'A'.repeat(43) })
      const health = await server.send('GET', '/health')
      spy.mockRestore()
      expect(answer).toMatchObject({ status: 503, code: 'server.busy', headers: { 'retry-after': '5' } })
      expect(health).toMatchObject({ status: 503 })
      expect(health.as<object>()).toEqual({
        status: 'database-silent', version: '0.1.0', database: expect.any(String),
        timerLagMs: null, outboxPending: null, deliveriesPending: null, parked: null, ticketsDiffer: null,
      })
    })
  })

  describe('headers', () => {
    test("the server's time, on answers and on refusals", async () => {
      const token = await server.signIn('open-wang')
      for (const answer of [await server.send('GET', '/api/me', { token }), await server.send('GET', '/api/me')]) {
        expect(answer.headers['x-server-time']).toBe(String(server.db.clock.at()))
      }
    })

    test('nothing is framed, sniffed or referred; no script but our own', async () => {
      const { headers } = await server.send('GET', '/health')
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['content-security-policy']).toContain("script-src 'self';")
    })

    test('other origins only where the operator names them', async () => {
      const from = async (origin: string) => (await server.send('GET', '/health', { headers: { origin } })).headers['access-control-allow-origin']
      expect(await from('https://friend.example')).toBe('https://friend.example')
      expect(await from('https://foe.example')).toBeUndefined()
    })

    test('JSON is compressed for whoever takes it', async () => {
      const { headers } = await server.send('GET', '/api/docs-json', { headers: { 'accept-encoding': 'gzip' } })
      expect(headers).toMatchObject({ 'content-encoding': 'gzip' })
    })
  })

  test('the log names route, status and account, and nothing a person wrote or is called', async () => {
    const token = await server.signIn('open-li')
    const accountId = 'account-li'
    logged.length = 0
    await server.send('GET', '/api/villages?query=%E6%9F%B3%E6%A0%91&phone=13900000003', { token })
    await server.send('GET', '/api/villages/liushu/directory', { token })
    await server.send('POST', '/api/roster/leaves', { token, body: { fromOn: '2026-09-20', toOn: '2026-09-20' } })
    const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'request')
    expect(lines.map(({ route, status, accountId: account }) => [route, status, account])).toEqual([
      ['GET /api/villages', 422, accountId],
      ['GET /api/villages/:villageId/directory', 200, accountId],
      ['POST /api/roster/leaves', 201, accountId],
    ])
    expect(logged.join('')).not.toMatch(/柳树|liushu|%E6|13900000003|李建国|2026-09-20|Bearer/)
    expect(logged.join('')).not.toContain(token)
  })

  test('the API describes itself, every route of it', async () => {
    const document = (await server.send('GET', '/api/docs-json')).as<{ openapi: string; paths: Described }>()
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    const served = server.app.routes.all().filter((route) => / \/(api|health)/.test(route) && !/\/api\/docs/.test(route))
    expect(described.sort()).toEqual(served.sort())
    const bare = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { summary = '' }]) => (summary === '' ? [`${method} ${path}`] : [])),
    )
    expect(bare).toEqual([])
    expect((await server.send('GET', '/api/docs')).headers['content-type']).toContain('text/html')
  })

  test('health', async () => {
    const health = await server.send('GET', '/health')
    expect(health.status).toBe(200)
    expect(health.as<object>()).toEqual({
      status: 'ok', version: '0.1.0', database: process.env['DB'] === 'mariadb' ? 'mysql' : 'sqlite',
      timerLagMs: 0, outboxPending: expect.any(Number), deliveriesPending: 0, parked: 0, ticketsDiffer: null,
    })
  })
})
