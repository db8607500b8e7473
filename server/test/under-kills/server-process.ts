import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const MAIN = join(__dirname, '../../dist/src/main.js')
/** As `npm start` does. */
const FLAGS = JSON.parse(readFileSync(join(__dirname, '../../bin/server-flags.json'), 'utf8')) as string[]
const KEPT_LINES = 200

/** The product as it is run: the compiled server, a process of its own, on the database that others use too. */
export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** Lines of the log at ERROR: somebody would have to act. */
  readonly errors: readonly string[]
  /** No signal it could hear: it stops between two instructions. */
  kill(): Promise<void>
  /** Halts it where it stands. */
  freeze(): void
  thaw(): void
  /** What it has in memory now, in bytes; 0: it is gone. */
  residentBytes(): number
  /** In good order. */
  stop(): Promise<void>
}

/** @throws Error with what it last said when it ends before it listens */
export async function startServerProcess(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  if (!existsSync(MAIN)) throw new Error('this test needs the server built: tsc -b shared server')
  const child = spawn(process.execPath, [...FLAGS, MAIN], {
    env: { PATH: process.env['PATH'], PORT: '0', HOST: '127.0.0.1', DEMO: '0', H5_DIR: join(__dirname, 'none'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [lines, errors]: [string[], string[]] = [[], []]
  const hear = (chunk: Buffer): void => {
    for (const line of chunk.toString('utf8').split('\n')) {
      if (line === '') continue
      lines.push(line)
      if (/"level":"(error|fatal)"/.test(line)) errors.push(line)
    }
    lines.splice(0, lines.length - KEPT_LINES)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  for (;;) {
    const url = /"url":"(http:[^"]+)"/.exec(lines.join('\n'))?.[1]
    if (url !== undefined) return handle(child, url, errors)
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended before it listened: ${lines.join('\n')}`)
    await pause(20)
  }
}

function handle(child: ChildProcess, url: string, errors: readonly string[]): ServerProcess {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await gone
  }
  return {
    url,
    pid: child.pid ?? 0,
    errors,
    kill: () => end('SIGKILL'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    residentBytes: () => residentBytesOf(child.pid ?? 0),
    stop: () => end('SIGTERM'),
  }
}

function residentBytesOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024
  } catch {
    return 0
  }
}
