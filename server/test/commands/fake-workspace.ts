import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fakeNpm, fakeNpx } from './fake-tools'

const repository = resolve(__dirname, '../../..')
const deadlineMs = 20_000

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface StartOptions {
  /** The user to become, where the test may choose. */
  readonly uid?: number
  readonly nodeArgs?: readonly string[]
  readonly args?: readonly string[]
  /** Started by a shell, as npm does it, which then is the process that a signal reaches. */
  readonly behindShell?: boolean
}

/**
 * A small workspace in a temporary folder around our real `server/bin`. Its npx, npm, tsc and jest are a few lines each
 * that write down that they were called: what is tested is who is called when, not pnpm or Taro.
 */
export class FakeWorkspace {
  readonly dir = mkdtempSync(join(tmpdir(), 'huiying-commands-'))
  private readonly children: ChildProcess[] = []

  constructor() {
    // Readable for all: one test runs as nobody.
    chmodSync(this.dir, 0o755)
    cpSync(join(repository, 'server/bin'), join(this.dir, 'server/bin'), { recursive: true })
    for (const member of ['.', 'shared', 'server', 'miniapp']) {
      this.write(`${member}/package.json`, JSON.stringify({ dependencies: { tool: '1' } }))
    }
    this.write('pnpm-lock.yaml', 'lockfileVersion: 1')
    this.write('pnpm-workspace.yaml', 'packages: []')
    this.write('shared/src/kernel/index.ts', 'export const kernel = 1')
    this.write('server/src/main.ts', 'export const main = 1')
    this.write('miniapp/src/app.tsx', 'export const app = 1')
    for (const folder of ['shared', 'server', 'miniapp', 'miniapp/e2e']) this.write(`${folder}/jest.config.js`, '')
    this.tool('npx', fakeNpx())
    this.tool('npm', fakeNpm())
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.dir, path)), { recursive: true })
    writeFileSync(join(this.dir, path), text)
  }

  remove(path: string): void {
    rmSync(join(this.dir, path), { recursive: true, force: true })
  }

  has(path: string): boolean {
    return existsSync(join(this.dir, path))
  }

  /** What was called since the last time this was asked. */
  calls(): readonly string[] {
    const log = join(this.dir, 'calls')
    const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
    rmSync(log, { force: true })
    return lines.filter(Boolean).sort()
  }

  /** Starts `server/bin/<script>` with nothing of this machine on its PATH. */
  start(script: string, env: Record<string, string> = {}, more: StartOptions = {}): Running {
    const args = [...(more.nodeArgs ?? []), join(this.dir, 'server/bin', script), ...(more.args ?? [])]
    const command = more.behindShell ? ['/bin/sh', '-c', `"$@"; exit $?`, 'sh', process.execPath] : [process.execPath]
    const child = spawn(command[0] ?? '', [...command.slice(1), ...args], {
      cwd: tmpdir(),
      env: { PATH: join(this.dir, 'tools'), PORT: '4461', HOST: '127.0.0.1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(more.uid === undefined ? {} : { uid: more.uid, gid: more.uid }),
    })
    this.children.push(child)
    return new Running(child)
  }

  async clear(): Promise<void> {
    for (const child of this.children) {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    }
    rmSync(this.dir, { recursive: true, force: true })
  }

  private tool(name: string, text: string): void {
    this.write(`tools/${name}`, `#!${process.execPath}\n${text}`)
    chmodSync(join(this.dir, 'tools', name), 0o755)
  }
}

export class Running {
  readonly ended: Promise<Ended>
  private stdout = ''
  private stderr = ''

  constructor(private readonly child: ChildProcess) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text))
    this.ended = new Promise((resolve) =>
      child.on('close', (code) => resolve({ code, stdout: this.stdout, stderr: this.stderr })),
    )
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name)
  }

  /** Resolves once the text has been printed; rejects when that does not happen in time. */
  async untilSaid(text: string): Promise<void> {
    const deadline = performance.now() + deadlineMs
    while (!`${this.stdout}${this.stderr}`.includes(text)) {
      if (performance.now() > deadline) throw new Error(`“${text}” was never said, but: ${this.stdout}${this.stderr}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
