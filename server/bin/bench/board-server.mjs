import { fork, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverMain } from '../paths.mjs'
import { anyFreePort } from '../port.mjs'
import { serverFlags } from '../server-flags.mjs'

const startTimeoutMs = 60_000

/** A server of its own process on that database, without workers: what it does, it is asked for. */
export async function startServer(url, dataDir) {
  const port = await anyFreePort()
  const child = spawn(process.execPath, [...serverFlags, serverMain], {
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

/**
 * Whoever asks a server, in a process of its own.
 * @param told what `learn` of the asker is told
 */
export async function startAsker(told) {
  const child = fork(fileURLToPath(new URL('board-asker.mjs', import.meta.url)), { stdio: ['ignore', 2, 2, 'ipc'] })
  const send = (message) => new Promise((resolve, reject) => {
    const died = () => reject(new Error('whoever asks has died'))
    child.once('exit', died)
    child.once('message', ({ result, fault }) => {
      child.off('exit', died)
      if (fault === undefined) resolve(result)
      else reject(new Error(fault))
    })
    child.send(message)
  })
  await send({ told })
  return {
    /** @returns how long each took, from the moment at which it was due */
    ask: (order) => send({ order }),
    stop: async () => {
      child.kill()
    },
  }
}
