import { chmodSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { FakeWorkspace, type Ended, type Running } from './fake-workspace'

/** `npm start` as a stranger meets it, with everything that can be wrong on his machine. */

jest.setTimeout(60_000)
const port = 4461
const nobody = 65_534

let workspace: FakeWorkspace
beforeEach(() => {
  workspace = new FakeWorkspace()
})
afterEach(() => workspace.clear())

describe('npm start', () => {
  it('installs, builds and serves the first time, and only serves the second', async () => {
    await served(workspace.start('start.mjs'))
    expect(workspace.calls()).toEqual(['h5', 'install', 'tsc'])
    await served(workspace.start('start.mjs'))
    expect(workspace.calls()).toEqual([])
  })

  it('builds again what a change touches, and nothing for a change of tests', async () => {
    await served(workspace.start('start.mjs'))
    workspace.calls()
    workspace.write('server/src/main.ts', 'export const main = 2')
    await served(workspace.start('start.mjs'))
    expect(workspace.calls()).toEqual(['tsc'])
    workspace.write('shared/src/kernel/index.ts', 'export const kernel = 2')
    await served(workspace.start('start.mjs'))
    expect(workspace.calls()).toEqual(['h5', 'tsc'])
    workspace.write('server/src/main.test.ts', 'it')
    workspace.write('server/src/main.ts', 'export const main = 2')
    await served(workspace.start('start.mjs'))
    expect(workspace.calls()).toEqual([])
  })

  it('leaves nothing behind of a source file that is gone', async () => {
    workspace.write('server/src/old.ts', 'export const old = 1')
    await served(workspace.start('start.mjs'))
    workspace.write('server/dist/src/old.js', 'compiled earlier')
    workspace.remove('server/src/old.ts')
    await served(workspace.start('start.mjs'))
    expect(workspace.has('server/dist/src/old.js')).toBe(false)
  })

  it('installs again when the lockfile changed', async () => {
    await served(workspace.start('start.mjs'))
    workspace.calls()
    workspace.write('pnpm-lock.yaml', 'lockfileVersion: 2')
    await served(workspace.start('start.mjs'))
    expect(workspace.calls()).toContain('install')
  })

  it('repairs an install that was killed half way', async () => {
    const first = workspace.start('start.mjs', { FAKE_INSTALL: 'hangs' })
    await first.untilSaid('half way')
    first.signal('SIGKILL')
    await served(workspace.start('start.mjs'))
    expect(workspace.calls()).toEqual(['h5', 'install', 'install', 'tsc'])
  })

  it('repairs a build that was killed half way', async () => {
    const first = workspace.start('start.mjs', { FAKE_TSC: 'hangs' })
    await until(() => workspace.has('shared/dist/index.js'))
    first.signal('SIGKILL')
    workspace.calls()
    await served(workspace.start('start.mjs'))
    expect(workspace.calls()).toContain('tsc')
  })

  it('brings back a dependency that was deleted, even when pnpm believes it is there', async () => {
    await served(workspace.start('start.mjs'))
    workspace.calls()
    workspace.remove('server/node_modules/tool')
    await served(workspace.start('start.mjs', { FAKE_INSTALL: 'believes all is there' }))
    expect(workspace.calls()).toEqual(['install', 'install by force'])
  })

  it('says which port is busy and how to use another, before it downloads anything', async () => {
    const other = await listen(port)
    const ended = await workspace.start('start.mjs').ended
    other.close()
    expectSentence(ended, `端口 ${port} 已被别的程序占用`, `PORT=${port + 1} npm start`)
    expect(workspace.calls()).toEqual([])
  })

  it.each(['eighty', '0', '70000', '80.5'])('says that PORT=%s is no port', async (wrong) => {
    expectSentence(await workspace.start('start.mjs', { PORT: wrong }).ended, `PORT 写成了“${wrong}”`)
  })

  it('says that the network is away when the download fails for it', async () => {
    const ended = await workspace.start('start.mjs', { FAKE_INSTALL: 'no network' }).ended
    expectSentence(ended, '下载依赖时连不上网络')
  })

  it('shows what the compiler said when the build fails', async () => {
    const ended = await workspace.start('start.mjs', { FAKE_TSC: 'fails' }).ended
    expectSentence(ended, '后台没有构建成功')
    expect(ended.stderr).toContain('error TS1')
  })

  it('says that the folder is read-only', async () => {
    chmodSync(workspace.dir, 0o555)
    // Root may write anywhere all the same, and so becomes nobody.
    const uid = process.getuid?.() === 0 ? nobody : undefined
    const ended = await workspace.start('start.mjs', {}, { uid }).ended
    chmodSync(workspace.dir, 0o755)
    expectSentence(ended, '只能读，不能写', `${workspace.dir}/.data`, 'DATA_DIR=')
    expect(ended.stderr).not.toContain('.probe')
  })

  // Under /proc nobody can make a folder, not even root, and Node's own way of making folders tries for ever.
  it('says that the data folder cannot be made', async () => {
    const started = workspace.start('start.mjs', { DATA_DIR: '/proc/nope/data' })
    const alarm = setTimeout(() => started.signal('SIGKILL'), 10_000)
    const ended = await started.ended
    clearTimeout(alarm)
    expectSentence(ended, '/proc/nope/data', 'DATA_DIR=')
    expect(workspace.calls()).toEqual([])
  })

  it.each(['start.mjs', 'test.mjs'])('%s says that Node is too old', async (script) => {
    const versions = "{ ...process.versions, node: '20.18.3' }"
    workspace.write('pretend.cjs', `Object.defineProperty(process, 'versions', { value: ${versions} })`)
    const ended = await workspace.start(script, {}, { nodeArgs: ['--require', `${workspace.dir}/pretend.cjs`] }).ended
    expectSentence(ended, 'Node.js 是 20.18.3，太旧了')
    expect(workspace.calls()).toEqual([])
  })

  it('passes Ctrl-C on once and ends as the server ends', async () => {
    const running = workspace.start('start.mjs', { FAKE_EXIT: '7' })
    await running.untilSaid('serving')
    running.signal('SIGINT')
    const ended = await running.ended
    expect(ended.stdout).toContain('SIGINT heard 1 times')
    expect(ended.code).toBe(7)
  })

  it('leaves no server behind when it is killed', async () => {
    const running = workspace.start('start.mjs')
    await running.untilSaid('serving')
    running.signal('SIGKILL')
    await running.ended
    await until(async () => listen(port).then((server) => Boolean(server.close()), () => false))
  })

  it('stops when the npm that started it is killed, for npm tells nobody', async () => {
    const npm = workspace.start('start.mjs', { npm_lifecycle_event: 'start' }, { behindShell: true })
    await npm.untilSaid('serving')
    npm.signal('SIGKILL')
    await npm.ended
    await until(async () => listen(port).then((server) => Boolean(server.close()), () => false))
  })

  it('keeps the data under the workspace unless told otherwise', async () => {
    const here = await served(workspace.start('start.mjs'))
    expect(here.stdout).toContain(`serving ${workspace.dir}/.data`)
    const there = await served(workspace.start('start.mjs', { DATA_DIR: `${workspace.dir}/elsewhere` }))
    expect(there.stdout).toContain(`serving ${workspace.dir}/elsewhere`)
  })
})

async function served(running: Running): Promise<Ended> {
  await running.untilSaid('serving')
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here')
  running.signal('SIGINT')
  const ended = await running.ended
  expect(ended.code).toBe(0)
  return ended
}

/** A clear sentence, an exit code, no stack. */
function expectSentence(ended: Ended, ...parts: readonly string[]): void {
  for (const part of parts) expect(ended.stderr).toContain(part)
  expect(ended.stderr).toContain('✗')
  expect(ended.stderr).not.toMatch(/^\s+at /m)
  expect(ended.code).toBe(1)
}

function listen(onPort: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(onPort, '127.0.0.1', () => resolve(server))
  })
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it never came to hold')
}
