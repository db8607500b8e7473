import { fork, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverMain } from '../paths.mjs'
import { anyFreePort } from '../port.mjs'
import { serverFlags } from '../server-flags.mjs'
import { dist } from './county.mjs'

const startTimeoutMs = 60_000
/** How many ticks of the kernel's accounts are a second (`getconf CLK_TCK`): 100 on every Linux of today. */
const ticksPerSecond = 100

/**
 * The real server in a process of its own. BENCH_PROF=<folder> leaves a profile of it there.
 *
 * @param weChat where its messages and checks go; left out: nowhere
 */
export async function startProduct(url, { dataDir, workers, weChat = 'http://127.0.0.1:9' }) {
  const port = await anyFreePort()
  const profile = process.env.BENCH_PROF === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROF}`]
  const child = spawn(process.execPath, [...serverFlags, ...profile, serverMain], {
    // With an address of its own it starts no stand-in.
    env: {
      ...process.env, DATABASE_URL: url, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', DEMO: '0',
      WORKERS: workers ? '1' : '0', WECHAT_APP_ID: 'bench', WECHAT_APP_SECRET: 'bench',
      WECHAT_API_BASE: weChat, LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 2, 2],
  })
  return started(child, port)
}

/** A WeChat that answers at once, in a process of its own. */
export const startWeChat = () => dist('stand-in-process.js').startStandIn({ appId: 'bench', appSecret: 'bench' })

/** @param mode `each`: one statement after the other; `once`: all in one round trip */
export async function startBare(url, mode, template) {
  const port = await anyFreePort()
  const child = spawn(process.execPath, [fileURLToPath(new URL('api-bare.mjs', import.meta.url))], {
    env: { ...process.env, DATABASE_URL: url, PORT: String(port), BARE_MODE: mode, BARE_TEMPLATE: template },
    stdio: ['ignore', 2, 2],
  })
  return started(child, port)
}

async function started(child, port) {
  const deadline = performance.now() + startTimeoutMs
  const base = `http://127.0.0.1:${port}`
  for (;;) {
    if ((await fetch(`${base}/health`).catch(() => null))?.ok) break
    if (child.exitCode !== null || performance.now() > deadline) throw new Error('a server did not start')
    await sleep(100)
  }
  const ended = new Promise((resolve) => child.on('exit', resolve))
  return {
    port,
    base,
    /** Seconds of processor it has used. */
    cpuSeconds: () => cpuSecondsOf(child.pid),
    rssBytes: () => rssOf(child.pid),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await ended
    },
  }
}

/** Whoever asks, in a process of its own. */
export function startLoad() {
  const child = fork(fileURLToPath(new URL('api-load.mjs', import.meta.url)), { stdio: ['ignore', 2, 2, 'ipc'] })
  return {
    ask: (order) => new Promise((resolve, reject) => {
      child.once('message', ({ result, fault }) => (fault === undefined ? resolve(result) : reject(new Error(fault))))
      child.send(order)
    }),
    stop: () => child.kill(),
  }
}

/** Stands before the database and counts how often somebody waits for it: with one request at a time, exactly. */
export async function startRelay(url) {
  const target = new URL(url)
  let roundTrips = 0
  const sockets = new Set()
  const server = createServer((near) => {
    const far = connect({ host: target.hostname, port: Number(target.port), noDelay: true })
    near.setNoDelay(true)
    let isAsking = false
    near.on('data', (chunk) => {
      if (!isAsking) roundTrips += 1
      isAsking = true
      far.write(chunk)
    })
    far.on('data', (chunk) => {
      isAsking = false
      near.write(chunk)
    })
    for (const [one, other] of [[near, far], [far, near]]) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const relayed = new URL(url)
  relayed.port = String(server.address().port)
  return {
    url: relayed.href,
    roundTrips: () => roundTrips,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** @returns what the database's own process has used of the processor, in seconds */
export async function databaseCpu(connection) {
  const [[{ Value: file }]] = await connection.query("SHOW VARIABLES LIKE 'pid_file'")
  const pid = Number(readFileSync(file, 'utf8'))
  return () => cpuSecondsOf(pid)
}

function cpuSecondsOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

function rssOf(pid) {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1_024
}
