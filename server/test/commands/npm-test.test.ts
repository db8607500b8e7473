import { FakeWorkspace, type Ended } from './fake-workspace'

/** `npm test`: what it runs, what it counts, and that it always ends with its line. */

jest.setTimeout(60_000)

let workspace: FakeWorkspace
beforeEach(() => {
  workspace = new FakeWorkspace()
})
afterEach(() => workspace.clear())

describe('npm test', () => {
  const browser = { CHROMIUM_PATH: process.execPath }

  it('runs every suite after building what they need and adds up', async () => {
    const plan = { shared: { passed: 5, failed: 0 }, 'miniapp/e2e': { passed: 2, failed: 0 } }
    const ended = await test({ ...browser, FAKE_JEST: JSON.stringify(plan) })
    expect(lastLine(ended)).toBe('9 passed, 0 failed')
    expect(ended.code).toBe(0)
    const suites = ['jest miniapp', 'jest miniapp/e2e', 'jest server', 'jest shared']
    expect(workspace.calls()).toEqual(['h5', 'install', ...suites, 'tsc', 'weapp'])
  })

  it.each([
    ['a failed test', { passed: 3, failed: 2 }, '6 passed, 2 failed'],
    ['a file that cannot be loaded', { passed: 3, failed: 0, unloadable: 1 }, '6 passed, 1 failed'],
    ['a runner that broke off', 'nothing', '3 passed, 1 failed'],
    ['a suite without tests', { passed: 0, failed: 0 }, '3 passed, 1 failed'],
    ['an exit code without a failed test', { passed: 3, failed: 0, code: 1 }, '6 passed, 1 failed'],
  ])('counts %s', async (_what, plan, line) => {
    const ended = await test({ ...browser, FAKE_JEST: JSON.stringify({ server: plan }) })
    expect(lastLine(ended)).toBe(line)
    expect(ended.code).toBe(1)
  })

  it('names skipped tests', async () => {
    const plan = { server: { passed: 1, failed: 0, skipped: ['runs only at full moon'] } }
    const ended = await test({ ...browser, FAKE_JEST: JSON.stringify(plan) })
    expect(ended.stdout).toContain('skipped: runs only at full moon')
  })

  it('counts a failed build and runs the suites all the same', async () => {
    const ended = await test({ ...browser, FAKE_TSC: 'fails' })
    expect(lastLine(ended)).toBe('4 passed, 1 failed')
    expect(ended.code).toBe(1)
  })

  it('skips the browser suite aloud where there is no browser, but fails on a build machine', async () => {
    const alone = await test({})
    expect(alone.stderr).toContain('没有找到 Chromium')
    expect(lastLine(alone)).toBe('3 passed, 0 failed')
    expect(alone.code).toBe(0)
    const onBuildMachine = await test({ CI: 'true' })
    expect(lastLine(onBuildMachine)).toBe('3 passed, 1 failed')
    expect(onBuildMachine.code).toBe(1)
  })

  it('ends with the line also when nothing could be installed', async () => {
    const ended = await test({ FAKE_INSTALL: 'no network' })
    expect(ended.stderr).toContain('下载依赖时连不上网络')
    expect(lastLine(ended)).toBe('0 passed, 1 failed')
    expect(ended.code).toBe(1)
  })

  it('runs one suite when one is named', async () => {
    const running = workspace.start('test.mjs', { FAKE_JEST: '{}' }, { args: ['shared'] })
    expect(lastLine(await running.ended)).toBe('1 passed, 0 failed')
    expect(workspace.calls()).toEqual(['install', 'jest shared', 'tsc'])
  })

  function test(env: Record<string, string>): Promise<Ended> {
    return workspace.start('test.mjs', { FAKE_JEST: '{}', ...env }).ended
  }
})

function lastLine(ended: Ended): string | undefined {
  return ended.stdout.trimEnd().split('\n').at(-1)
}
