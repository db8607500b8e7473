import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { startTestApp, type TestApp } from '../../../test/support/test-app'

describe('the web pages', () => {
  let server: TestApp
  let home: string
  const script = 'console.log("回应")\n'.repeat(200)

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'huiying-pages-'))
    const dir = join(home, 'h5')
    mkdirSync(dir)
    mkdirSync(join(dir, 'js'))
    mkdirSync(join(dir, 'static'))
    writeFileSync(join(dir, 'index.html'), '<!doctype html><title>回应</title>')
    writeFileSync(join(dir, 'js/app.0a1b2c3d.js'), script)
    writeFileSync(join(dir, 'js/app.0a1b2c3d.js.gz'), gzipSync(script))
    writeFileSync(join(dir, 'static/logo.svg'), '<svg/>')
    writeFileSync(join(dir, '.secret'), 'secret')
    writeFileSync(join(dir, '../outside.txt'), 'secret')
    server = await startTestApp({ H5_DIR: dir })
  })
  afterAll(async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  })

  const ask = (url: string, headers: Record<string, string> = {}) => server.app.nest.inject({ method: 'GET', url, headers })

  test.each(['/', '/index.html'])('%s is asked for anew each time', async (url) => {
    const page = await ask(url)
    expect(page.statusCode).toBe(200)
    expect(page.payload).toContain('回应')
    expect(page.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' })
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  test('a name with a hash is kept for ever, and comes as it was compressed', async () => {
    const zipped = await ask('/js/app.0a1b2c3d.js', { 'accept-encoding': 'gzip, deflate, br' })
    expect(zipped.headers).toMatchObject({
      'content-encoding': 'gzip', 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff',
    })
    expect(zipped.headers['content-type']).toMatch(/javascript/)
    expect(gunzipSync(zipped.rawPayload).toString('utf8')).toBe(script)
    const plain = await ask('/js/app.0a1b2c3d.js', { 'accept-encoding': 'identity' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.payload).toBe(script)
  })

  test('what has no hash is looked at again within the hour; the same again is not sent again', async () => {
    const first = await ask('/static/logo.svg')
    expect(first.headers['cache-control']).toBe('public, max-age=3600')
    const again = await ask('/static/logo.svg', { 'if-none-match': String(first.headers['etag']) })
    expect(again.statusCode).toBe(304)
  })

  test.each(['/.secret', '/../outside.txt', '/%2e%2e/outside.txt', '/js/../../outside.txt', '/..%2foutside.txt', '/js'])(
    '%s is not there',
    async (url) => {
      const answer = await ask(url)
      expect([400, 404]).toContain(answer.statusCode)
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(answer.payload).not.toContain('secret')
    },
  )

  test('pages do not hide what the API has not', async () => {
    expect(JSON.parse((await ask('/api/nothing')).payload)).toMatchObject({ code: 'request.not-found' })
    expect(JSON.parse((await server.app.nest.inject({ method: 'POST', url: '/' })).payload)).toMatchObject({
      code: 'request.not-found',
    })
  })
})
