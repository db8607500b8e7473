import { setTimeout as sleep } from 'node:timers/promises'
import { together } from './sla-process.mjs'
import { seedTickets, ticketId } from './sla-tickets.mjs'

/** Until workers have been started, and everything is due at one instant. */
const headStartMs = 3_000
const seededPerSecond = Number(process.env.BENCH_SEEDED_PER_S ?? 5_000)
const lookEveryMs = 50
const chunk = 1_000
const hourMs = 3_600_000

/**
 * What both sides are to fire. `letters` begin the ids of their tickets. Whoever hears of it gets a notice of each;
 * after an outage one digest, which counts them.
 */
export const loads = {
  atOnce: { letters: { product: 'A', rival: 'B' }, isAfterOutage: false },
  afterOutage: { letters: { product: 'C', rival: 'D' }, isAfterOutage: true },
}

/** @returns how many a second, and the processor time of each in ms */
export async function productRate({ database, url, product }, load, cpu, { from, count }) {
  const lateAt = load.isAfterOutage
    ? Date.now() - 2 * hourMs
    : Date.now() + headStartMs + (count / seededPerSecond) * 1_000
  await seedTickets(url, load.letters.product, { from, to: from + count, lateAt: () => lateAt, hasTimers: true })
  if (load.isAfterOutage) await cpu.begin()
  const beganAt = Date.now()
  await together(product, 'start')
  if (!load.isAfterOutage) {
    await sleep(Math.max(0, lateAt - Date.now()))
    await cpu.begin()
  }
  const startedAt = load.isAfterOutage ? beganAt : Math.max(lateAt, Date.now())
  const isDone = async () => {
    const [row] = await database.reads.query(
      'SELECT EXISTS (SELECT 1 FROM timers WHERE due_at <= ?) + EXISTS (SELECT 1 FROM outbox) AS n', [lateAt])
    return Number(row.n) === 0
  }
  while (!(await isDone())) await sleep(lookEveryMs)
  const tookMs = Date.now() - startedAt
  const used = await cpu.end()
  await together(product, 'stop')
  return { perSecond: (count * 1_000) / tookMs, ...each(used, count) }
}

/** The same of BullMQ, with so many jobs at once in each process. */
export async function rivalRate({ url, queue, rival }, load, cpu, { from, count, concurrency }) {
  const lateAt = Date.now()
  const letter = load.letters.rival
  await seedTickets(url, letter, { from, to: from + count, lateAt: () => lateAt, hasTimers: false })
  await queue.pause()
  for (let at = 0; at < count; at += chunk) {
    await queue.addBulk(Array.from({ length: Math.min(chunk, count - at) }, (_, n) => ({
      name: 'overdue', data: { ticketId: ticketId(letter, from + at + n), lateAt },
      opts: { removeOnComplete: true, attempts: 5 },
    })))
  }
  await together(rival, 'start', concurrency, load.isAfterOutage)
  await cpu.begin()
  const startedAt = Date.now()
  await queue.resume()
  const isDone = async () => {
    const left = await queue.getJobCounts('waiting', 'active', 'paused', 'delayed')
    return Object.values(left).every((n) => n === 0)
  }
  while (!(await isDone())) await sleep(lookEveryMs)
  const tookMs = Date.now() - startedAt
  const used = await cpu.end()
  const faults = (await together(rival, 'stop')).flat()
  if (faults.length > 0) throw new Error(`${faults.length} jobs failed: ${faults[0]}`)
  return { perSecond: (count * 1_000) / tookMs, ...each(used, count) }
}

function each({ workersMs, serversMs }, count) {
  return { workersMs: workersMs / count, serversMs: serversMs / count }
}
