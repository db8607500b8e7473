import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { anyFreePort } from '../port.mjs'

/** A Redis of its own on a free port that keeps nothing on the disk; `end` stops it. */
export async function startRedis() {
  const dir = mkdtempSync(join(tmpdir(), 'huiying-redis-'))
  const port = Number(process.env.BENCH_REDIS_PORT ?? (await anyFreePort()))
  const options = { port, bind: '127.0.0.1', dir, save: '', appendonly: 'no', 'maxmemory-policy': 'noeviction' }
  const child = spawn('redis-server', Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]), {
    stdio: ['ignore', 'ignore', 2],
  })
  let fault = null
  child.on('error', (error) => (fault = error))
  const ended = new Promise((resolve) => child.on('exit', resolve))
  await sleep(500)
  if (fault !== null) throw new Error('redis-server is not installed (Debian: apt-get install redis-server)')
  return {
    port,
    pid: child.pid,
    end: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
