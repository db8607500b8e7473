import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { SessionAnswer } from '@huiying/shared/identity'

const MAIN = join(__dirname, '../dist/src/main.js')

/** The compiled server as a process of its own. */
describe('starting and stopping', () => {
  let dir: string
  const children: ChildProcess[] = []

  beforeAll(() => {
    if (!existsSync(MAIN)) throw new Error('these tests need the server built: tsc -b shared server')
  })
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'huiying-start-'))
  })
  afterEach(() => {
    for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
    rmSync(dir, { recursive: true, force: true })
  })

  function start(env: Record<string, string> = {}) {
    const child = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env['PATH'], DATA_DIR: dir, PORT: '0', H5_DIR: join(dir, 'none'), DEMO_DATA: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    children.push(child)
    const said = { out: '', err: '' }
    child.stdout?.on('data', (chunk: Buffer) => void (said.out += chunk.toString('utf8')))
    child.stderr?.on('data', (chunk: Buffer) => void (said.err += chunk.toString('utf8')))
    // Not 'close', which never comes to whoever ended the channel himself.
    const ends = [once(child, 'exit'), ...[child.stdout, child.stderr].map((stream) => once(stream as Readable, 'end'))]
    const ended = Promise.all(ends).then(([exit]) => exit?.[0] as number | null)
    return { child, said, ended }
  }

  async function urlOf({ said, ended }: ReturnType<typeof start>): Promise<string> {
    let isOver = false
    void ended.then(() => { isOver = true })
    for (;;) {
      const found = /http:\/\/localhost:\d+(?=\/)/.exec(said.out)
      if (found !== null) return found[0].replace('localhost', '127.0.0.1')
      if (isOver) throw new Error(`ended: ${said.err}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  test.each(['SIGINT', 'SIGTERM'] as const)('%s: clean, exit code 0, and the data is there next time', async (signal) => {
    const first = start()
    const url = await urlOf(first)
    expect(first.said.out).toContain('回应已经开好了')
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok', timerLagMs: 0 })
    const signedIn = await fetch(`${url}/api/session/wechat`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code: 'demo:somebody' }),
    })
    const { token } = (await signedIn.json()) as SessionAnswer
    first.child.kill(signal)
    expect(await first.ended).toBe(0)
    expect(first.said.err).toBe('')

    const second = start()
    const me = await fetch(`${await urlOf(second)}/api/me`, { headers: { authorization: `Bearer ${token}` } })
    expect(me.status).toBe(200)
    second.child.kill(signal)
    expect(await second.ended).toBe(0)
  }, 60_000)

  test('a request at hand is answered before the end, a new one is not taken', async () => {
    const server = start()
    const { hostname, port } = new URL(await urlOf(server))
    const body = JSON.stringify({ code: 'demo:somebody' })
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.on('data', (chunk: Buffer) => void (answer += chunk.toString('utf8')))
    const [half, rest] = [body.slice(0, 10), body.slice(10)]
    socket.write(`POST /api/session/wechat HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${half}`)
    await new Promise((resolve) => setTimeout(resolve, 300))
    server.child.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await expect(fetch(`http://${hostname}:${port}/health`)).rejects.toThrow()
    socket.write(rest)
    expect(await server.ended).toBe(0)
    expect(answer).toContain('HTTP/1.1 201')
    expect(answer).toContain('"token"')
  }, 60_000)

  test('a line that a browser holds open and never uses does not hold up the end', async () => {
    const server = start()
    const { hostname, port } = new URL(await urlOf(server))
    const [silent, halfSaid] = [connect(Number(port), hostname), connect(Number(port), hostname)]
    halfSaid.write('GET /health HTT')
    await Promise.all([once(silent, 'connect'), once(halfSaid, 'connect')])
    for (const line of [silent, halfSaid]) line.on('error', () => undefined)
    await fetch(`http://${hostname}:${port}/health`)
    const asked = performance.now()
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(performance.now() - asked).toBeLessThan(10_000)
  }, 60_000)

  test('whoever started us is gone: we go, and take the stand-in WeChat with us', async () => {
    const server = start()
    await urlOf(server)
    const standIn = standInOf(server.child.pid)
    server.child.disconnect()
    expect(await server.ended).toBe(0)
    if (standIn !== null) await gone(standIn)
  }, 60_000)

  test('killed outright, the stand-in does not stay behind', async () => {
    const server = start()
    await urlOf(server)
    const standIn = standInOf(server.child.pid)
    server.child.kill('SIGKILL')
    await server.ended
    if (standIn !== null) await gone(standIn)
  }, 60_000)

  test('demo with a real app id: refused in one sentence, no stack, nothing opened', async () => {
    const server = start({ DEMO: '1', WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_APP_SECRET: 'secret' })
    expect(await server.ended).toBe(1)
    expect(server.said.err).toContain('就不能开演示模式')
    expect(server.said.err).toContain('Demo mode cannot be on with a real WECHAT_APP_ID')
    expect(server.said.err).not.toMatch(/\n\s+at /)
    expect(server.said.out).toBe('')
    expect(existsSync(join(dir, 'huiying.db'))).toBe(false)
  }, 60_000)

  test('a real app id: no stand-in, no demo people, structured lines', async () => {
    const server = start({ WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_APP_SECRET: 'secret', HOST: '127.0.0.1' })
    for (;;) {
      const line = server.said.out.split('\n').find((one) => one.includes('"listening"'))
      if (line !== undefined) {
        const { url } = JSON.parse(line) as { url: string }
        expect((await fetch(`${url}/api/demo/people`)).status).toBe(404)
        expect((await fetch(`${url}/api/session/demo`, { method: 'POST' })).status).toBe(404)
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(server.said.out).not.toContain('secret')
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  }, 60_000)

  test('a busy port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const server = start({ PORT: String(port) })
    expect(await server.ended).toBe(1)
    other.close()
    expect(server.said.err).toContain(`端口 ${port} 已被别的程序占用`)
    expect(server.said.err).not.toMatch(/\n\s+at /)
  }, 60_000)

  test('a data folder that nobody can make, not even root', async () => {
    const server = start({ DATA_DIR: '/proc/nope/data' })
    const alarm = setTimeout(() => server.child.kill('SIGKILL'), 25_000)
    expect(await server.ended).toBe(1)
    clearTimeout(alarm)
    expect(server.said.err).toContain('数据文件夹 /proc/nope/data 写不进去')
    const elsewhere = start({ DATABASE_URL: 'sqlite:/proc/nope/data/huiying.db' })
    const secondAlarm = setTimeout(() => elsewhere.child.kill('SIGKILL'), 25_000)
    expect(await elsewhere.ended).toBe(1)
    clearTimeout(secondAlarm)
    expect(elsewhere.said.err).toContain('/proc/nope')
    expect(server.said.err + elsewhere.said.err).not.toMatch(/\n\s+at /)
  }, 60_000)

  test('a data folder that cannot be written to; a database that is not there', async () => {
    writeFileSync(join(dir, 'file'), '')
    const noFolder = start({ DATA_DIR: join(dir, 'file', 'data') })
    expect(await noFolder.ended).toBe(1)
    expect(noFolder.said.err).toContain('写不进去')
    const noDatabase = start({ DATABASE_URL: 'mysql://root@127.0.0.1:9/huiying' })
    expect(await noDatabase.ended).toBe(1)
    expect(noDatabase.said.err).toContain('连不上 DATABASE_URL 写的数据库')
    expect(noFolder.said.err + noDatabase.said.err).not.toMatch(/\n\s+at /)
  }, 60_000)
})

/** The only child of the process, where the system tells (Linux). */
function standInOf(pid: number | undefined): number | null {
  const file = `/proc/${pid}/task/${pid}/children`
  if (!existsSync(file)) return null
  const [child] = readFileSync(file, 'utf8').trim().split(' ')
  if (child === undefined || child === '') throw new Error('the demo has no WeChat')
  return Number(child)
}

async function gone(pid: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`process ${pid} stayed behind`)
}
