import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { placeOf, peopleOf, submissions } from './api-people.mjs'
import { databaseCpu, startBare, startLoad, startProduct, startRelay, startWeChat } from './api-processes.mjs'
import { rowsSince, sizesOf, weightOf } from './api-template.mjs'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const roundMs = Number(process.env.BENCH_ROUND_MS ?? 8_000)
const tuneMs = Number(process.env.BENCH_TUNE_MS ?? 2_500)
const warmUpMs = 500
/** Before anything is timed: what has run a few hundred times is still being compiled. */
const warmUpCount = Number(process.env.BENCH_WARM_UP ?? 5_000)
const pacedMs = Number(process.env.BENCH_PACED_MS ?? 20_000)
const checkedCount = 50
const connectionCounts = [8, 16, 32, 64]
/** Of the values' characters: ids and hashes have the same length, numbers grow by a digit now and then. */
const bytesMayDiffer = 0.01
const p99BudgetMs = 50

/**
 * The product and two bare services that write the same rows in one transaction, on one database, in turn: one
 * statement after the other, and all in one round trip. Nothing reacts meanwhile; with people being told, the product
 * is then asked at half of its pace.
 */
export async function compare({ url, dataDir, connection }) {
  const load = startLoad()
  const databaseSeconds = await databaseCpu(connection)
  const servers = {}
  try {
    servers.product = await startProduct(url, { dataDir, workers: false })
    const template = await takeTemplate(connection, servers.product, load, dataDir)
    servers.each = await startBare(url, 'each', template.path)
    servers.once = await startBare(url, 'once', template.path)
    const requests = [{ name: 'raise', expects: 201, of: submissions() }]
    await mustWriteTheSame(connection, servers, load, requests, template)
    const roundTrips = await roundTripsOf(url, { dataDir, load, requests })
    const best = {}
    for (const [name, { port }] of Object.entries(servers)) await warmUp(load, port, requests, name)
    for (const [name, { port }] of Object.entries(servers)) best[name] = await bestCount(load, port, requests, name)
    const runs = { product: [], each: [], once: [] }
    for (let round = 0; round < rounds; round += 1) {
      for (const name of inTurn(Object.keys(servers), round)) {
        const order = { port: servers[name].port, connections: best[name], warmUpMs, forMs: roundMs, requests, run: `${name}${round}` }
        runs[name].push(await measured(servers[name].cpuSeconds, databaseSeconds, load, order))
      }
      process.stderr.write(`round ${round + 1}: ${Object.entries(runs).map(([name, all]) => `${name} ${all.at(-1).perSecond.toFixed(0)}/s`).join(', ')}\n`)
    }
    const peak = middle(runs.product.map(({ perSecond }) => perSecond))
    await servers.product.stop()
    const halves = {}
    for (const workers of ['off', 'beside', 'within']) {
      halves[workers] = await atHalf(peak, { url, dataDir, workers, connection, load, requests })
    }
    return rowsOf({ runs, best, halves, peak, roundTrips, template })
  } finally {
    load.stop()
    for (const server of Object.values(servers)) await server.stop()
  }
}

/**
 * As the peak was taken; with all workers in a process beside; with them in the same one. They tell people and have
 * words checked. Of what was raised before nobody hears: what the bare ones wrote would keep them busy beyond what the
 * product raises.
 */
async function atHalf(peak, { url, dataDir, workers, connection, load, requests }) {
  await connection.query('TRUNCATE outbox')
  const weChat = await startWeChat()
  const servers = []
  try {
    const start = async (runsWorkers) => {
      servers.push(await startProduct(url, { dataDir, workers: runsWorkers, weChat: weChat.url }))
      return servers.at(-1)
    }
    if (workers === 'beside') await start(true)
    const { port } = await start(workers === 'within')
    await warmUp(load, port, requests, `again-${workers}`)
    while (workers !== 'off' && (await untold(connection)) > 0) await sleep(100)
    const order = { port, connections: 64, perSecond: peak / 2, warmUpMs: 5_000, forMs: pacedMs, requests, run: `paced-${workers}` }
    const paced = await load.ask(order)
    return { ...paced, untold: await untold(connection) }
  } finally {
    for (const server of servers) await server.stop()
    weChat.stop()
  }
}

async function untold(connection) {
  const [[{ count }]] = await connection.query('SELECT COUNT(*) AS count FROM outbox')
  return count
}

/** One matter is raised in a county without any; what is there afterwards that was not before is what it writes. */
async function takeTemplate(connection, { port }, load, dataDir) {
  const before = await sizesOf(connection)
  const [one] = submissions()
  const at = Date.now()
  await askOnce(load, port, [{ name: 'raise', expects: 201, of: [one] }], 'first')
  const tables = await rowsSince(connection, before)
  const [[{ text, reporterId }]] = await connection.query('SELECT text, reporter_id AS reporterId FROM tickets')
  const [[{ key_: key }]] = await connection.query('SELECT key_ FROM idempotency_keys')
  const place = placeOf(peopleOf(), one.body.villageId)
  const known = [[text, 'text'], [key, 'key'], [reporterId, 'personId'], ...Object.entries(place).map(([name, value]) => [value, name])]
  const path = join(dataDir, 'template.json')
  writeFileSync(path, JSON.stringify({ at, known, tables }))
  return { path, tables }
}

/** @throws Error unless each writes as many rows and characters for a submission: else nothing is compared */
async function mustWriteTheSame(connection, servers, load, requests, { tables }) {
  const grown = {}
  for (const [name, { port }] of Object.entries(servers)) {
    const before = await weightOf(connection, tables)
    for (let n = 0; n < checkedCount; n += 1) await askOnce(load, port, requests, `check-${name}-${n}`)
    const after = await weightOf(connection, tables)
    grown[name] = { rows: after.rows - before.rows, bytes: after.bytes - before.bytes }
  }
  for (const name of ['each', 'once']) {
    const isSame = grown[name].rows === grown.product.rows
      && Math.abs(grown[name].bytes / grown.product.bytes - 1) <= bytesMayDiffer
    if (!isSame) throw new Error(`not the same rows: ${JSON.stringify(grown)}`)
  }
}

const askOnce = (load, port, requests, run) =>
  load.ask({ port, connections: 1, perSecond: 1_000, warmUpMs: 0, forMs: 1, requests, run })

/** One request at a time, through a relay that counts. */
async function roundTripsOf(url, { dataDir, load, requests }) {
  const relay = await startRelay(url)
  const server = await startProduct(relay.url, { dataDir, workers: false })
  try {
    for (let n = 0; n < checkedCount; n += 1) await askOnce(load, server.port, requests, `warm-${n}`)
    const before = relay.roundTrips()
    for (let n = 0; n < checkedCount; n += 1) await askOnce(load, server.port, requests, `trip-${n}`)
    return (relay.roundTrips() - before) / checkedCount
  } finally {
    await server.stop()
    relay.stop()
  }
}

const warmUp = (load, port, requests, name) => load.ask({
  port, connections: 32, warmUpMs: 0, forMs: 600_000, upTo: warmUpCount, requests, run: `warm-${name}`,
})

/** Each is asked by as many at once as suits it best. */
async function bestCount(load, port, requests, name) {
  let best = { connections: 0, perSecond: 0 }
  for (const connections of connectionCounts) {
    const run = `tune-${name}-${connections}`
    const { perSecond } = await load.ask({ port, connections, warmUpMs, forMs: tuneMs, requests, run })
    process.stderr.write(`${name} asked by ${connections}: ${perSecond.toFixed(0)}/s\n`)
    if (perSecond > best.perSecond) best = { connections, perSecond }
  }
  return best.connections
}

/** With the milliseconds of processor that each took of the server and of the database. */
async function measured(serverSeconds, databaseSeconds, load, order) {
  const before = [serverSeconds(), databaseSeconds()]
  const result = await load.ask(order)
  const each = (now, then) => ((now - then) * 1_000) / result.asked
  return { ...result, cpuMs: each(serverSeconds(), before[0]), databaseMs: each(databaseSeconds(), before[1]) }
}

/** Another one begins each round. */
const inTurn = (names, round) => names.map((_, at) => names[(at + round) % names.length])

function middle(values) {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)]
}

function rowsOf({ runs, best, halves, peak, roundTrips, template }) {
  const ratio = (name) => middle(runs.product.map(({ perSecond }, round) => perSecond / runs[name][round].perSecond))
  const range = (name) => {
    const all = runs.product.map(({ perSecond }, round) => perSecond / runs[name][round].perSecond)
    return `${Math.min(...all).toFixed(2)}–${Math.max(...all).toFixed(2)}`
  }
  const written = template.tables.map(({ name, rows }) => (rows.length === 1 ? name : `${rows.length} ${name}`)).join(', ')
  const speed = (name, words) => ({
    what: `  ${words}, ${best[name]} at once`, value: middle(runs[name].map(({ perSecond }) => perSecond)), unit: 'perSecond',
  })
  return [
    { what: `a matter raised over HTTP ÷ the same rows by bare Fastify and mysql2, a statement at a time (${range('each')})`, value: ratio('each'), unit: 'times', least: 1 },
    { what: `  ÷ the same in one round trip (${range('once')})`, value: ratio('once'), unit: 'times', least: 0.75 },
    speed('product', 'raised'),
    speed('each', 'bare, a statement at a time'),
    speed('once', 'bare, one round trip'),
    { what: `  rows of it: ${written}`, value: template.tables.reduce((sum, { rows }) => sum + rows.length, 0), unit: 'count' },
    { what: '  round trips to the database for it', value: roundTrips, unit: 'count' },
    ...['product', 'each', 'once'].flatMap((name) => ['cpuMs', 'databaseMs'].map((key) => ({
      what: `  processor for one, ${key === 'cpuMs' ? 'the server' : 'the database'}, ${name === 'product' ? 'product' : `bare, ${name}`}`,
      value: middle(runs[name].map((one) => one[key])),
      unit: 'fineMs',
    }))),
    ...halfRows(peak, halves.off, 'as its peak was taken'),
    ...halfRows(peak, halves.beside, 'people being told meanwhile by a process beside'),
    ...halfRows(peak, halves.within, 'people being told meanwhile by the same process'),
  ]
}

function halfRows(peak, { p50, p99, slowest, count, untold }, how) {
  return [
    { what: `  at half of its peak (${(peak / 2).toFixed(0)} a second), ${how}, p99`, value: p99, unit: 'ms', budget: p99BudgetMs },
    { what: '  p50', value: p50, unit: 'fineMs' },
    { what: `  slowest of ${count}`, value: slowest, unit: 'ms' },
    { what: '  of which nobody had been told when the last was answered', value: untold, unit: 'count' },
  ]
}
