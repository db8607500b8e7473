import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { databasePid, UsedCpu } from './sla-cpu.mjs'
import { checkAcceptances, checkDigests, checkEffect } from './sla-checks.mjs'
import { WorkerProcess } from './sla-process.mjs'
import { loads, productRate, rivalRate } from './sla-race.mjs'
import { startRedis } from './sla-redis.mjs'
import { openCounty } from './sla-tickets.mjs'

const require = createRequire(join(root, 'server/package.json'))

const dueCount = Number(process.env.BENCH_DUE ?? 100_000)
/** BullMQ is slower: with as many it would take most of the run, and it grows no faster with more. */
const jobCount = Number(process.env.BENCH_JOBS ?? Math.ceil(dueCount / 5))
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const workerCount = 2
const concurrencies = (process.env.BENCH_CONCURRENCY ?? '16,32,64').split(',').map(Number)
const ratioWanted = 8
const queueName = 'overdue'

/**
 * Both in turn over the same database; per round, how many a second with everything that follows from each. First due
 * at one instant, then overdue for hours while nobody fired them.
 */
export async function atOnce(url) {
  const database = await openCounty(url)
  const redis = await startRedis()
  const settings = { BENCH_URL: url, BENCH_REDIS_PORT: String(redis.port), BENCH_QUEUE: queueName }
  const product = processes('sla-product.mjs', settings)
  const rival = processes('sla-rival.mjs', settings)
  const queue = new (require('bullmq').Queue)(queueName, { connection: { host: '127.0.0.1', port: redis.port } })
  try {
    const mariadb = await databasePid(database)
    const ground = { database, url, product, rival, queue }
    const cpu = { product: new UsedCpu(product, [mariadb]), rival: new UsedCpu(rival, [mariadb, redis.pid]) }
    const { reads } = database
    const inTime = await raced(ground, cpu, loads.atOnce)
    await checkEffect(reads, loads.atOnce.letters.product, { count: rounds * dueCount, isProduct: true })
    await checkEffect(reads, loads.atOnce.letters.rival, { count: inTime.jobs, isProduct: false })
    await checkAcceptances(reads, { product: rounds * dueCount, rival: inTime.jobs })
    const late = await raced(ground, cpu, loads.afterOutage)
    await checkDigests(reads, loads.afterOutage.letters.product, { count: rounds * dueCount, isProduct: true })
    await checkDigests(reads, loads.afterOutage.letters.rival, { count: late.jobs, isProduct: false })
    return [
      ...rowsOf(inTime, `timers fired, ${dueCount} due at once, ${workerCount} workers`),
      ...rowsOf(late, `timers fired, ${dueCount} overdue after an outage, ${workerCount} workers`),
    ]
  } finally {
    await queue.close()
    for (const one of [...product, ...rival]) await one.end()
    await redis.end()
    await database.close()
  }
}

async function raced(ground, cpu, load) {
  let jobs = 0
  const race = async (count, concurrency) => {
    const rate = await rivalRate(ground, load, cpu.rival, { from: jobs, count, concurrency })
    jobs += count
    return rate
  }
  const tried = []
  for (const concurrency of concurrencies) {
    const { perSecond } = await race(Math.ceil(jobCount / 4), concurrency)
    tried.push({ concurrency, perSecond })
  }
  const { concurrency } = tried.sort((one, other) => other.perSecond - one.perSecond)[0]
  const result = { concurrency, product: [], rival: [] }
  for (let round = 0; round < rounds; round += 1) {
    result.product.push(await productRate(ground, load, cpu.product, { from: round * dueCount, count: dueCount }))
    result.rival.push(await race(jobCount, concurrency))
    const said = ['product', 'rival'].map((side) => {
      const { perSecond, workersMs, serversMs } = result[side].at(-1)
      return `${side} ${perSecond.toFixed(0)}/s, ${workersMs.toFixed(3)} + ${serversMs.toFixed(3)} ms of processor each`
    })
    process.stderr.write(`round ${round + 1}: ${said.join('; ')}\n`)
  }
  return { ...result, jobs }
}

function rowsOf({ product, rival, concurrency }, what) {
  const rate = (side) => median(side.map(({ perSecond }) => perSecond))
  const cpu = (side) => median(side.map(({ workersMs, serversMs }) => workersMs + serversMs))
  const rates = (side) => side.map(({ perSecond }) => perSecond.toFixed(0)).join(', ')
  const least = Math.min(...product.map(({ perSecond }, round) => perSecond / rival[round].perSecond))
  return [
    { what: `${what} (${rates(product)})`, value: rate(product), unit: 'perSecond' },
    { what: `  the same by BullMQ, ${workerCount} workers × ${concurrency} (${rates(rival)})`, value: rate(rival), unit: 'perSecond' },
    {
      what: `  as often as BullMQ (least of ${rounds} rounds ${least.toFixed(1)})`,
      value: rate(product) / rate(rival), unit: 'times', least: ratioWanted,
    },
    { what: '  processor time for each: ours, with the database’s', value: cpu(product), unit: 'fineMs' },
    { what: '  BullMQ’s, with the database’s and Redis’s', value: cpu(rival), unit: 'fineMs' },
  ]
}

function processes(script, settings) {
  return Array.from({ length: workerCount }, () => new WorkerProcess(script, settings))
}

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]
}
