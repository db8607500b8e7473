import { spawn } from 'node:child_process'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverMain } from '../paths.mjs'
import { anyFreePort } from '../port.mjs'
import { tokenOf } from './county.mjs'

const startTimeoutMs = 60_000

/** A server of its own process on that database, without workers: what it does, it is asked for. */
export async function startServer(url, dataDir) {
  const port = await anyFreePort()
  const child = spawn(process.execPath, [serverMain], {
    // The stand-in's address is only there so that none is started.
    env: {
      ...process.env, DATABASE_URL: url, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', DEMO: '0', WORKERS: '0',
      WECHAT_APP_ID: 'bench', WECHAT_APP_SECRET: 'bench', WECHAT_API_BASE: 'http://127.0.0.1:9', LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 2, 2],
  })
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.on('exit', resolve))
  }
  const base = `http://127.0.0.1:${port}`
  const deadline = performance.now() + startTimeoutMs
  while (performance.now() < deadline && child.exitCode === null) {
    const health = await fetch(`${base}/health`).catch(() => null)
    if (health?.ok) return { base, pid: child.pid, stop }
    await sleep(100)
  }
  await stop()
  throw new Error('the server did not start')
}

const agent = new Agent({ keepAlive: true })

/**
 * Asks at an even pace whether or not answers are late: a late one delays nobody's clock.
 * @param ask gives for the n-th question who asks, the path, a body if any, and what its answer must say
 * @returns how long each took, from the moment at which it was due
 */
export async function askAtPace({ base, world }, ask, { perSecond, forMs, from }) {
  const startedAt = performance.now()
  const count = Math.floor((forMs * perSecond) / 1_000)
  const running = []
  for (let n = 0; n < count; n += 1) {
    const dueAt = startedAt + (n * 1_000) / perSecond
    await sleep(Math.max(0, dueAt - performance.now()))
    const answered = answerTo(base, ask(world, from + n)).then(() => performance.now() - dueAt)
    // One that fails is told of at the end, where it stops the servers, and not at once.
    answered.catch(() => undefined)
    running.push(answered)
  }
  return Promise.all(running)
}

/** @throws Error unless the answer is good: one that said no would be quick for nothing */
async function answerTo(base, { personId, path, body, must }) {
  const { status, text } = await sent(`${base}${path}`, tokenOf(personId), body)
  // An event stream's first event carries the same board.
  const json = text.startsWith('event:') ? text.slice(text.indexOf('data: ') + 6, text.indexOf('\n\n')) : text
  if (status !== 200 || !must(JSON.parse(json))) throw new Error(`${path} said ${status} ${text.slice(0, 300)}`)
}

function sent(address, token, body) {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    const call = request(address, { agent, method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode, text }))
      response.on('error', reject)
    })
    call.on('error', reject)
    call.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
