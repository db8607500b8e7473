import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from './config'
import { ConfigError } from './config-error'

const REAL = { WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_APP_SECRET: 'a secret' }

describe('the settings', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'huiying-config-'))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  const load = (env: Record<string, string> = {}) => loadConfig({ DATA_DIR: dir, ...env })
  const refusal = (env: Record<string, string>): ConfigError => {
    try {
      load(env)
    } catch (error) {
      if (error instanceof ConfigError) return error
      throw error
    }
    throw new Error('was not refused')
  }

  test('with none set: a demo for this machine alone, on the embedded database', () => {
    expect(load()).toMatchObject({
      port: 8080, host: '127.0.0.1', databaseUrl: `sqlite:${join(dir, 'huiying.db')}`, isDemo: true, fillsDemo: true, needsStandIn: true,
      weChat: { appId: 'standin-app', trustsCloudHeaders: false }, runsWorkers: true, sessionLifeMs: 30 * 86_400_000,
    })
  })

  test('a real mini-program: no demo, reachable, talks to WeChat itself', () => {
    expect(load(REAL)).toMatchObject({
      host: '0.0.0.0', isDemo: false, fillsDemo: false, needsStandIn: false,
      weChat: { appId: REAL.WECHAT_APP_ID, appSecret: 'a secret', apiBase: 'https://api.weixin.qq.com' },
      weChatTemplates: { answer: null, duty: null, supervision: null, roster: null },
    })
  })

  test.each(['wx0123456789abcdef', 'WX0123456789ABCDEF', '  wx0123456789abcdef  '])('no demo with the real app id %s, however it is asked for', (appId) => {
    for (const DEMO of ['1', 'true', 'on', 'yes', 'YES']) {
      const { chinese, english } = refusal({ ...REAL, WECHAT_APP_ID: appId, DEMO })
      expect(chinese).toMatch(/^设了真实的 WECHAT_APP_ID 就不能开演示模式/)
      expect(english).toMatch(/^Demo mode cannot be on with a real WECHAT_APP_ID/)
    }
    expect(load({ ...REAL, WECHAT_APP_ID: appId }).isDemo).toBe(false)
  })

  test.each([
    ['PORT', { PORT: '80a' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['SESSION_DAYS', { SESSION_DAYS: '0' }],
    ['DEMO', { DEMO: 'maybe' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['WECHAT_APP_ID', { DEMO: '0' }],
    ['WECHAT_APP_SECRET', { WECHAT_APP_ID: 'wx0123456789abcdef' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://somebody:hunter2@host/name' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://somebody:hunter2@host' }],
    ['FILE_URL_KEY', { FILE_URL_KEY: 'short' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'huiying.example.cn' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://huiying.example.cn' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://huiying.example.cn/?village=1' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://huiying.example.cn/#/home' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://somebody:hunter2@huiying.example.cn' }],
  ])('%s is named when it is wrong, in both languages', (name, env) => {
    const { chinese, english } = refusal(env)
    expect(chinese).toContain(name)
    expect(chinese).toMatch(/\p{Script=Han}/u)
    expect(english).toContain(name)
    expect(chinese + english).not.toContain('hunter2')
  })

  test('blank is as good as not set', () => {
    expect(load({ PORT: ' ', DEMO: '', WECHAT_APP_ID: ' ' })).toMatchObject({ port: 8080, isDemo: true })
  })

  test('by which address residents come: as it is set, the demo by the one it announces, else nobody knows', () => {
    expect(load({ ...REAL, PUBLIC_URL: ' https://huiying.example.cn/ ' }).publicUrl).toBe('https://huiying.example.cn')
    expect(load({ PUBLIC_URL: 'http://10.0.0.8:9000/village//' }).publicUrl).toBe('http://10.0.0.8:9000/village')
    expect(load({ PORT: '8090' }).publicUrl).toBe('http://localhost:8090')
    expect(load({ HOST: '192.168.1.20' }).publicUrl).toBe('http://192.168.1.20:8080')
    expect(load({ HOST: '0.0.0.0' }).publicUrl).toMatch(/^http:\/\/[^/]+:8080$/)
    expect(load({ PORT: '0' }).publicUrl).toBeNull()
    expect(load(REAL).publicUrl).toBeNull()
  })

  test('a data folder that cannot be', () => {
    const file = join(dir, 'a file')
    writeFileSync(file, '')
    expect(refusal({ DATA_DIR: join(file, 'data') }).chinese).toContain(`数据文件夹 ${join(file, 'data')} 写不进去`)
  })

  test('the key of file addresses is made once, kept for us alone', () => {
    const { fileUrlKey } = load()
    expect(fileUrlKey).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(load().fileUrlKey).toBe(fileUrlKey)
    expect(readFileSync(join(dir, 'file-url.key'), 'utf8')).toBe(fileUrlKey)
    if (process.platform !== 'win32') expect(statSync(join(dir, 'file-url.key')).mode & 0o777).toBe(0o600)
    expect(load({ FILE_URL_KEY: 'k'.repeat(32) }).fileUrlKey).toBe('k'.repeat(32))
  })

  test('read once: nobody changes it afterwards', () => {
    const config = load() as { port: number; weChat: { appId: string } }
    expect(() => { config.port = 1 }).toThrow(TypeError)
    expect(() => { config.weChat.appId = 'wx' }).toThrow(TypeError)
  })
})
