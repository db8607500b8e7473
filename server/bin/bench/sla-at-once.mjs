import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../paths.mjs'
import { databasePid, UsedCpu } from './sla-cpu.mjs'
import { checkAcceptances, checkEffect } from './sla-checks.mjs'
import { together, WorkerProcess } from './sla-process.mjs'
import { startRedis } from './sla-redis.mjs'
import { openCounty, seedTickets, ticketId } from './sla-tickets.mjs'

const require = createRequire(join(root, 'server/package.json'))

const dueCount = Number(process.env.BENCH_DUE ?? 100_000)
/** BullMQ is slower: with as many it would take most of the run, and it grows no faster with more. */
const jobCount = Number(process.env.BENCH_JOBS ?? Math.ceil(dueCount / 5))
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const workerCount = 2
const concurrencies = (process.env.BENCH_CONCURRENCY ?? '16,32,64').split(',').map(Number)
const ratioWanted = 8
/** Until workers have been started, and everything is due at one instant. */
const headStartMs = 3_000
const seededPerSecond = Number(process.env.BENCH_SEEDED_PER_S ?? 5_000)
const lookEveryMs = 50
const chunk = 1_000
const queueName = 'overdue'

/** Both in turn over the same database; per round, how many a second with everything that follows from each. */
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
    return rowsOf(await measured(ground, cpu))
  } finally {
    await queue.close()
    for (const one of [...product, ...rival]) await one.end()
    await redis.end()
    await database.close()
  }
}

async function measured(ground, cpu) {
  let jobs = 0
  const race = async (count, concurrency) => {
    const rate = await rivalRate(ground, cpu.rival, { from: jobs, count, concurrency })
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
    result.product.push(await productRate(ground, cpu.product, round * dueCount))
    result.rival.push(await race(jobCount, concurrency))
    const said = ['product', 'rival'].map((side) => {
      const { perSecond, workersMs, serversMs } = result[side].at(-1)
      return `${side} ${perSecond.toFixed(0)}/s, ${workersMs.toFixed(3)} + ${serversMs.toFixed(3)} ms of processor each`
    })
    process.stderr.write(`round ${round + 1}: ${said.join('; ')}\n`)
  }
  const { reads } = ground.database
  await checkEffect(reads, 'A', { count: rounds * dueCount, isProduct: true })
  await checkEffect(reads, 'B', { count: jobs, isProduct: false })
  await checkAcceptances(reads, rounds * dueCount)
  return result
}

async function productRate({ database, url, product }, cpu, from) {
  const lateAt = Date.now() + headStartMs + (dueCount / seededPerSecond) * 1_000
  await seedTickets(url, 'A', { from, to: from + dueCount, lateAt: () => lateAt, hasTimers: true })
  await together(product, 'start')
  await sleep(Math.max(0, lateAt - Date.now()))
  await cpu.begin()
  const startedAt = Math.max(lateAt, Date.now())
  const isDone = async () => {
    const [row] = await database.reads.query(
      'SELECT EXISTS (SELECT 1 FROM timers WHERE due_at <= ?) + EXISTS (SELECT 1 FROM outbox) AS n', [lateAt])
    return Number(row.n) === 0
  }
  while (!(await isDone())) await sleep(lookEveryMs)
  const tookMs = Date.now() - startedAt
  const used = await cpu.end()
  await together(product, 'stop')
  return { perSecond: (dueCount * 1_000) / tookMs, ...each(used, dueCount) }
}

async function rivalRate({ url, queue, rival }, cpu, { from, count, concurrency }) {
  const lateAt = Date.now()
  await seedTickets(url, 'B', { from, to: from + count, lateAt: () => lateAt, hasTimers: false })
  await queue.pause()
  for (let at = 0; at < count; at += chunk) {
    await queue.addBulk(Array.from({ length: Math.min(chunk, count - at) }, (_, n) => ({
      name: 'overdue', data: { ticketId: ticketId('B', from + at + n), lateAt }, opts: { removeOnComplete: true },
    })))
  }
  await together(rival, 'start', concurrency)
  await cpu.begin()
  const startedAt = Date.now()
  await queue.resume()
  const isDone = async () => {
    const { waiting, active, paused } = await queue.getJobCounts('waiting', 'active', 'paused')
    return waiting + active + paused === 0
  }
  while (!(await isDone())) await sleep(lookEveryMs)
  const tookMs = Date.now() - startedAt
  const used = await cpu.end()
  const faults = (await together(rival, 'stop')).flat()
  if (faults.length > 0) throw new Error(`${faults.length} jobs failed: ${faults[0]}`)
  return { perSecond: (count * 1_000) / tookMs, ...each(used, count) }
}

function rowsOf({ product, rival, concurrency }) {
  const rate = (side) => median(side.map(({ perSecond }) => perSecond))
  const cpu = (side) => median(side.map(({ workersMs, serversMs }) => workersMs + serversMs))
  const rates = (side) => side.map(({ perSecond }) => perSecond.toFixed(0)).join(', ')
  const least = Math.min(...product.map(({ perSecond }, round) => perSecond / rival[round].perSecond))
  return [
    { what: `timers fired, ${dueCount} due at once, ${workerCount} workers (${rates(product)})`, value: rate(product), unit: 'perSecond' },
    { what: `the same by BullMQ, ${workerCount} workers × ${concurrency} (${rates(rival)})`, value: rate(rival), unit: 'perSecond' },
    {
      what: `  as often as BullMQ (least of ${rounds} rounds ${least.toFixed(1)})`,
      value: rate(product) / rate(rival), unit: 'times', least: ratioWanted,
    },
    { what: '  processor time for each: ours, with the database’s', value: cpu(product), unit: 'fineMs' },
    { what: '  BullMQ’s, with the database’s and Redis’s', value: cpu(rival), unit: 'fineMs' },
  ]
}

function each({ workersMs, serversMs }, count) {
  return { workersMs: workersMs / count, serversMs: serversMs / count }
}

function processes(script, settings) {
  return Array.from({ length: workerCount }, () => new WorkerProcess(script, settings))
}

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]
}
