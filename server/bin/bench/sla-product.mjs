// One of the product's servers as far as time goes: its timers and its outbox, put together as `workers.ts` does.
import { dist } from './county.mjs'
import { obey } from './sla-process.mjs'

const { openDatabase } = dist('platform/database/open-database.js')
const { timeAndConsequences } = dist('workers.js')

const log = {
  warn: (details, message) => process.stderr.write(`${message} ${JSON.stringify(details)}\n`),
  error: (details, message) => process.stderr.write(`${message} ${JSON.stringify(details)}\n`),
  info: () => undefined,
}
const database = await openDatabase(process.env.BENCH_URL, { isMigrated: true })
const { timers, outbox } = timeAndConsequences({ database, clock: database.clock, ids: database.ids, log })
const lateness = []
watchCommits()

obey({
  start: () => {
    lateness.length = 0
    timers.start()
    outbox.start()
  },
  /** How late each timer was when its commit had come through, in ms. */
  stop: async () => {
    await timers.stop()
    await outbox.stop()
    return lateness
  },
  /** What one look at the clock costs while nothing is due, in ms. */
  idlePolls: async (count) => {
    const times = []
    for (let n = 0; n < count; n += 1) {
      const startedAt = performance.now()
      const { didWork } = await timers.round()
      times.push(performance.now() - startedAt)
      if (didWork) throw new Error('something was due')
    }
    return times
  },
  end: () => database.close(),
})

/** From outside, so that what is measured is what runs. */
function watchCommits() {
  const [{ options: { handlers } }] = timers.options.jobs
  const fire = handlers.ticket
  handlers.ticket = async (work, due) => {
    const followUp = await fire(work, due)
    work.afterCommit(() => {
      const now = Date.now()
      for (const { dueAt } of due) lateness.push(now - dueAt)
    })
    return followUp
  }
}
