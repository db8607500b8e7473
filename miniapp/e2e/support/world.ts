import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { startWeChat, type WeChat } from './we-chat'

const ROOT = path.join(__dirname, '..', '..', '..')
const ENTRY = path.join(ROOT, 'server', 'dist', 'src', 'main.js')
const SET_CLOCK = path.join(__dirname, 'set-clock.cjs')
const H5_PAGE = path.join(ROOT, 'miniapp', 'dist', 'h5', 'index.html')

/** A first start migrates and seeds thousands of residents. */
const START_MS = 90_000
const STOP_MS = 10_000
const POLL_MS = 100
/** The end of the server's output, quoted when it does not start. */
const QUOTED_CHARS = 4_000

export interface World {
  /** The app's address, API and H5 build alike. */
  readonly url: string
  readonly dataDir: string
  /** Where the story's own WeChat stands; `null`: the server has its own, whose address nobody is told. */
  readonly weChatUrl: string | null
  /** What the server has printed so far. */
  output(): string
  /** Stops the server and starts it again on the same data. */
  restart(): Promise<void>
  /** Stops the server and removes its data. */
  stop(): Promise<void>
}

export interface WorldOptions {
  /** Added to the server's environment. */
  readonly env?: Readonly<Record<string, string>>
  /** What the server's clock says when the world begins ('2026-11-18T18:05+08:00'); the true time unless said. */
  readonly beginsAt?: string
  /** For phones that sign by a key of their own: the keys are WeChat's, so the story must reach it. */
  readonly hasOwnWeChat?: boolean
  /** Runs on the empty data folder before the server starts, as to copy a seeded one into it. */
  readonly prepare?: (dataDir: string) => void
}

/**
 * Starts the built server in demo mode on a fresh data folder and a free port.
 * @throws Error when it is not built, or says nothing within its time; with what it printed
 */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { env = {}, beginsAt, prepare, hasOwnWeChat = false } = options
  for (const file of [ENTRY, H5_PAGE]) {
    if (!fs.existsSync(file)) throw new Error(`${file} is missing: run "node server/bin/build.mjs" first`)
  }
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'huiying-e2e-'))
  prepare?.(dataDir)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const clock = beginsAt === undefined ? {} : clockThatSays(Date.parse(beginsAt))
  const weChat: WeChat | null = hasOwnWeChat ? await startWeChat(clock) : null
  const weChatPlace = weChat === null ? {} : { WECHAT_API_BASE: weChat.url }
  let output = ''
  let server: ChildProcess | undefined

  const start = async (): Promise<void> => {
    server = spawn(process.execPath, [ENTRY], {
      cwd: ROOT,
      // The server's clock is China's wherever it stands; a foreign one shows what forgets it.
      env: {
        ...process.env, DEMO: '1', HOST: '127.0.0.1', TZ: 'America/New_York', ...clock, ...weChatPlace, ...env,
        DATA_DIR: dataDir, PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const listen = (chunk: Buffer): void => void (output += chunk.toString())
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    const end = performance.now() + START_MS
    while (!(await isHealthy(url))) {
      if (server.exitCode !== null) throw new Error(`The server stopped with ${server.exitCode}\n${output.slice(-QUOTED_CHARS)}`)
      if (performance.now() > end) {
        await stopProcess(server)
        throw new Error(`The server does not answer after ${START_MS / 1000} s\n${output.slice(-QUOTED_CHARS)}`)
      }
      await sleep(POLL_MS)
    }
  }
  const stop = async (): Promise<void> => {
    if (server) await stopProcess(server)
  }

  await start()
  return {
    url,
    dataDir,
    weChatUrl: weChat?.url ?? null,
    output: () => output,
    restart: async () => {
      await stop()
      await start()
    },
    stop: async () => {
      await stop()
      weChat?.stop()
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Reckoned once: after a restart it has gone on. */
function clockThatSays(at: number): Readonly<Record<string, string>> {
  const options = `${process.env.NODE_OPTIONS ?? ''} --require ${JSON.stringify(SET_CLOCK)}`.trim()
  return { NODE_OPTIONS: options, CLOCK_AHEAD_MS: String(at - Date.now()) }
}

async function isHealthy(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/health`).catch(() => null)
  return answer?.ok === true
}

async function stopProcess(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  server.kill('SIGTERM')
  const timer = setTimeout(() => server.kill('SIGKILL'), STOP_MS)
  await gone
  clearTimeout(timer)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
