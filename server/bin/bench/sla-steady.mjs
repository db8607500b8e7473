import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../paths.mjs'
import { checkEffect } from './sla-checks.mjs'
import { together, WorkerProcess } from './sla-process.mjs'
import { openCounty, seedTickets } from './sla-tickets.mjs'

const require = createRequire(join(root, 'server/package.json'))

const sizes = [Number(process.env.BENCH_PENDING_FEW ?? 10_000), Number(process.env.BENCH_PENDING ?? 1_000_000)]
const perSecond = 200
const forS = Number(process.env.BENCH_STEADY_S ?? 20)
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const workerCount = 2
const timersEach = 3
const pollCount = 1_000
const headStartMs = 3_000
const seededPerSecond = Number(process.env.BENCH_SEEDED_PER_S ?? 5_000)
const farMs = 3 * 3_600_000
const budgetMs = { lateness: 50, poll: 1 }

/** An even stream of timers falling due while few and while many wait, each in a database of its own, in turn. */
export async function steady(url) {
  const places = []
  try {
    for (const pending of sizes) places.push(await prepare(url, pending))
    for (let round = 0; round < rounds; round += 1) for (const place of places) await stream(place, round)
    for (const { database, fired } of places) await checkEffect(database.reads, 'A', { count: fired, isProduct: true })
    return rowsOf(places)
  } finally {
    for (const { product, database } of places) {
      for (const one of product) await one.end()
      await database.close()
    }
  }
}

async function prepare(baseUrl, pending) {
  const url = new URL(baseUrl)
  url.pathname = `/huiying_bench_${pending}`
  await createDatabase(baseUrl, url.pathname.slice(1))
  const database = await openCounty(url.href)
  const from = Date.now() + farMs
  // Spread over a day, as they are where a million wait.
  const spreadMs = (n) => from + (n * 86_400_000) / (pending / timersEach)
  await seedTickets(url.href, 'P', { to: Math.ceil(pending / timersEach), lateAt: (n) => Math.floor(spreadMs(n)), hasTimers: true })
  const product = Array.from({ length: workerCount }, () => new WorkerProcess('sla-product.mjs', { BENCH_URL: url.href }))
  return { url: url.href, pending, database, product, fired: 0, lateness: [], polls: [] }
}

async function stream(place, round) {
  const { url, product } = place
  await together(product, 'idlePolls', 50)
  place.polls.push(...(await product[round % workerCount].ask('idlePolls', pollCount)))
  const count = perSecond * forS
  const beginAt = Date.now() + headStartMs + (count / seededPerSecond) * 1_000
  const lateAt = (n) => beginAt + Math.floor(((n - place.fired) * 1_000) / perSecond)
  await seedTickets(url, 'A', { from: place.fired, to: place.fired + count, lateAt, hasTimers: true })
  await together(product, 'start')
  await sleep(beginAt + forS * 1_000 - Date.now())
  await untilDone(place.database, beginAt + forS * 1_000)
  place.lateness.push(...(await together(product, 'stop')).flat())
  place.fired += count
}

async function untilDone({ reads }, lastAt) {
  for (;;) {
    const [row] = await reads.query(
      'SELECT EXISTS (SELECT 1 FROM timers WHERE due_at <= ?) + EXISTS (SELECT 1 FROM outbox) AS n', [lastAt])
    if (Number(row.n) === 0) return
    await sleep(50)
  }
}

async function createDatabase(url, name) {
  const connection = await require('mysql2/promise').createConnection(url)
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`)
  await connection.end()
}

function rowsOf([few, many]) {
  const rows = (place) => [
    { what: `late at commit, ${perSecond} due a second, ${place.pending} pending, p99`, value: at(place.lateness, 0.99), unit: 'ms', budget: budgetMs.lateness },
    { what: `  p50 of ${place.lateness.length}`, value: at(place.lateness, 0.5), unit: 'ms' },
    { what: `  one look while nothing is due, p50 of ${place.polls.length}`, value: at(place.polls, 0.5), unit: 'fineMs', budget: budgetMs.poll },
  ]
  const grown = (name, share) => at(many[name], share) / at(few[name], share)
  return [
    ...rows(few), ...rows(many),
    { what: `  from ${few.pending} to ${many.pending} pending: lateness p99`, value: grown('lateness', 0.99), unit: 'times' },
    { what: '  one look', value: grown('polls', 0.5), unit: 'times' },
  ]
}

function at(values, share) {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}
