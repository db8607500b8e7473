// Run by `board.mjs` on a MariaDB of its own; writes rows as JSON to its standard output.
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { startAsker, startServer } from './board-server.mjs'
import { questions } from './board-questions.mjs'
import { dist } from './county.mjs'
import { BulkLoad, county, seedCounty, seedTickets } from './many-tickets.mjs'

const large = Number(process.env.BENCH_TICKETS ?? 1_000_000)
/** Fewer, and a tenth of them would be less than what runs at any time. */
const fewest = 100_000
if (!(large >= fewest)) throw new Error(`BENCH_TICKETS: ${fewest} at least`)
const sizes = [{ name: 'small', count: Math.round(large / 10) }, { name: 'large', count: large }]
/** Some of them: `BENCH_ONLY=mix,board,home`. */
const only = process.env.BENCH_ONLY?.split(',')
/** Turn by turn, so that a noisy moment of the machine meets both sizes. */
const rounds = Number(process.env.BENCH_ROUNDS ?? 2)
const perSecond = 50
const warmUpMs = 3_000
const mixedForMs = 20_000
const aloneForMs = 6_000
/** Those of which the product makes its promise are asked as long as the mix. */
const promisedForMs = 20_000
const budgetMs = 50
const growthBudget = 1.3
/** Of how many residents of each village somebody is signed in; nobody else asks. */
const sessionsEach = 10
/** Of how many running matters of each village one asks. */
const runningEach = 8

const require = createRequire(join(root, 'server/package.json'))
const { openDatabase } = dist('platform/database/open-database.js')
const base = process.env.TEST_DATABASE_URL
const dataDir = mkdtempSync(join(tmpdir(), 'huiying-bench-'))
const started = []
try {
  const sides = []
  for (const size of sizes) sides.push(await side(size))
  process.stdout.write(JSON.stringify(await measured(sides)))
} finally {
  for (const one of started) await one.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** A database of that size, filled, with a server of its own. */
async function side({ name, count }) {
  const url = base.replace(/[^/]*$/, `board_${name}`)
  await statement(base, `CREATE DATABASE board_${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`)
  const database = await openDatabase(url)
  const home = county({ residentsEach: Number(process.env.BENCH_RESIDENTS ?? 2_000) })
  const now = Date.now()
  const load = new BulkLoad(url)
  await seedCounty(load, home, { now, sessionsEach })
  const { runningIds, sample } = await seedTickets(load, home, { count, now })
  // What a database knows of its tables by itself after a while; plans hang on it.
  const tables = await database.reads.query('SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()', [])
  await statement(url, `ANALYZE TABLE ${tables.map((one) => one.name).join(', ')}`)
  await database.close()
  const server = await startServer(url, dataDir)
  started.push(server)
  const asker = await startAsker({
    base: server.base, sessionsEach,
    runningIds: [...runningIds].map(([villageId, ids]) => [villageId, ids.slice(0, runningEach)]),
    sample: sample.map(({ id, village }) => ({ id, villageId: village.id })),
  })
  started.push(asker)
  return { name, count, asker }
}

async function measured(sides) {
  const [small, big] = sides
  const rows = []
  const mixed = { name: 'mix', what: 'all of them mixed', forMs: mixedForMs, budget: budgetMs }
  const plan = [mixed, ...questions].filter(({ name }) => only === undefined || only.includes(name))
  for (const { name: question, what, isPromised = false, budget, ...planned } of plan) {
    const { forMs = isPromised ? promisedForMs : aloneForMs } = planned
    const times = new Map(sides.map((one) => [one, []]))
    for (let round = 0; round < rounds; round += 1) {
      for (const one of round % 2 === 0 ? sides : [...sides].reverse()) {
        await one.asker.ask({ question, perSecond, forMs: warmUpMs, from: round * 10_000 })
        times.get(one).push(...await one.asker.ask({ question, perSecond, forMs, from: round * 10_000 + 5_000 }))
      }
    }
    const [of10th, ofAll] = [at(times.get(small)), at(times.get(big))]
    const limit = isPromised ? budgetMs : budget
    rows.push(
      { what: `${what}: ${big.count} tickets, p99`, value: ofAll(0.99), unit: 'fineMs', ...(limit === undefined ? {} : { budget: limit }) },
      { what: `  p50, of ${times.get(big).length}`, value: ofAll(0.5), unit: 'fineMs' },
      { what: `  ${small.count} tickets, p99`, value: of10th(0.99), unit: 'fineMs' },
      { what: '  p50', value: of10th(0.5), unit: 'fineMs' },
      { what: '  growth, p50', value: ofAll(0.5) / of10th(0.5), unit: 'times', ...(isPromised ? { budget: growthBudget } : {}) },
      { what: '  growth, p99', value: ofAll(0.99) / of10th(0.99), unit: 'times', ...(isPromised ? { budget: growthBudget } : {}) },
    )
  }
  return rows
}

function at(times) {
  const sorted = [...times].sort((one, other) => one - other)
  return (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

async function statement(url, sql) {
  const connection = await require('mysql2/promise').createConnection(url)
  try {
    await connection.query(sql)
  } finally {
    await connection.end()
  }
}
