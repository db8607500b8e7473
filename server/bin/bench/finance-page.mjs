import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverMain } from '../paths.mjs'
import { anyFreePort } from '../port.mjs'
import { dist, openBook, post, rules, subDistrictId } from './bench-book.mjs'

const villageCount = 500
const entriesEach = 40
const perSecond = 50
const warmUpForMs = 5_000
const forMs = 20_000
const startTimeoutMs = 60_000
const budgetMs = 50
/** Every so many-th page is the big book's. */
const bigEvery = 5
const token = 'bench-token'.padEnd(43, '-')

/**
 * The finance page over HTTP of a server of its own process, asked at an even pace whether or not answers are late: a
 * late one delays nobody's clock. Books of 500 villages, the big one more often than its share.
 */
export async function financePage(database, url, { bigVillageId, running, dataDir }) {
  const villageIds = [bigVillageId, ...Array.from({ length: villageCount - 1 }, (_, n) => `village-${n + 1}`)]
  await settle(database, villageIds)
  for (const villageId of villageIds.slice(1)) {
    await openBook(database, villageId, rules.monthAfter(running, -1))
    await post(database, villageId, rules.monthAfter(running, -1), entriesEach / 2)
    await post(database, villageId, running, entriesEach / 2)
  }
  const port = await anyFreePort()
  const server = spawn(process.execPath, [serverMain], {
    // The stand-in's address is only there so that none is started.
    env: {
      ...process.env, DATABASE_URL: url, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', DEMO: '0', WORKERS: '0',
      WECHAT_APP_ID: 'bench', WECHAT_APP_SECRET: 'bench', WECHAT_API_BASE: 'http://127.0.0.1:9', LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 2, 2],
  })
  try {
    const base = `http://127.0.0.1:${port}`
    await untilServed(base, server)
    const ask = async (n) => {
      const villageId = n % bigEvery === 0 ? bigVillageId : villageIds[1 + (n * 7) % (villageCount - 1)]
      const response = await fetch(`${base}/api/books/${villageId}`, { headers: { authorization: `Bearer ${token}` } })
      const answer = await response.json()
      if (response.status !== 200 || answer.entries.length === 0 && villageId !== bigVillageId) {
        throw new Error(`the page said ${response.status} ${JSON.stringify(answer).slice(0, 200)}`)
      }
    }
    await atPace(warmUpForMs, ask)
    const times = (await atPace(forMs, ask)).sort((one, other) => one - other)
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
    return [
      { what: `finance page over HTTP, ${villageCount} villages, ${perSecond} a second, p99`, value: at(0.99), unit: 'ms', budget: budgetMs },
      { what: '  p50', value: at(0.5), unit: 'ms' },
      { what: `  slowest of ${times.length}`, value: times.at(-1), unit: 'ms' },
    ]
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => (server.exitCode === null && server.signalCode === null ? server.on('exit', resolve) : resolve()))
  }
}

/** One of the sub-district's staff, who may read every book. */
async function settle({ unitOfWork }, villageIds) {
  const { unitTable } = dist('features/villages/unit.table.js')
  const { personTable } = dist('features/identity/person.table.js')
  const { postTable } = dist('features/identity/post.table.js')
  const { accountTable } = dist('features/identity/account.table.js')
  const { sessionTable } = dist('features/identity/session.table.js')
  const { hashOfToken } = dist('features/identity/session-token.js')
  await unitOfWork.run(async (work) => {
    work.insert(unitTable, { id: subDistrictId, kind: 'sub-district', name: '青溪街道', parentId: null, code: 'S' })
    work.insert(unitTable, ...villageIds.map((id, n) =>
      ({ id, kind: 'village', name: `第${n + 1}村`, parentId: subDistrictId, code: id })))
    work.insert(personTable, { id: 'reader', name: '读账人', phone: null, code: 'reader', createdAt: 0 })
    work.insert(postTable, {
      id: 'reader', personId: 'reader', kind: 'staff', unitId: subDistrictId, villageId: null, subDistrictId, charge: null,
      fromAt: 0, toAt: null,
    })
    work.insert(accountTable, {
      id: 'reader', appId: 'bench', openId: 'reader', unionId: null, phone: null, createdAt: 0, personId: 'reader',
    })
    work.insert(sessionTable, {
      tokenHash: hashOfToken(token), accountId: 'reader', createdAt: work.now, expiresAt: work.now + 86_400_000, revokedAt: null,
    })
  })
}

async function untilServed(base, server) {
  const deadline = performance.now() + startTimeoutMs
  while (performance.now() < deadline && server.exitCode === null) {
    const health = await fetch(`${base}/health`).catch(() => null)
    if (health?.ok) return
    await sleep(100)
  }
  throw new Error('the server did not start')
}

/** @returns how long each took, from the moment at which it was due */
async function atPace(durationMs, ask) {
  const startedAt = performance.now()
  const count = Math.floor((durationMs * perSecond) / 1_000)
  const running = []
  for (let n = 0; n < count; n += 1) {
    const dueAt = startedAt + (n * 1_000) / perSecond
    await sleep(Math.max(0, dueAt - performance.now()))
    running.push(ask(n).then(() => performance.now() - dueAt))
  }
  return Promise.all(running)
}
