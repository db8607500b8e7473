import { setTimeout as sleep } from 'node:timers/promises'
import { peopleOf, residentsEach, sessionsEach, submissions, villageCount } from './api-people.mjs'
import { databaseCpu, startLoad, startProduct } from './api-processes.mjs'
import { BulkLoad } from './bulk-load.mjs'
import { county, tokenOf } from './county.mjs'
import { seedTickets } from './many-tickets.mjs'

const ticketCount = Number(process.env.BENCH_TICKETS ?? 100_000)
const forMs = Number(process.env.BENCH_COUNTY_MS ?? 60_000)
const warmUpMs = 10_000
const times = 10
const rssBudgetBytes = 300 * 1_024 * 1_024
const coreBudget = 0.5

const residents = 300_000
/** In nine days 7,006 people raised 151 matters; in a first month, that is. */
const raisedADay = (residents * 151) / 9 / 7_006
/** One in ten looks in every day, which is a lot. */
const visitsADay = residents / 10
/** Of a day, what its busiest hour has. */
const busiestHourShare = 0.12
const minutesLikeThatInAYear = 365 * 60

/** How many come in the one busiest minute of a year: what is expected less than once in it. */
function inBusiestMinute(aDay) {
  const mean = (aDay * busiestHourShare) / 60
  let chance = Math.exp(-mean)
  let rest = 1 - chance
  let count = 0
  while (rest * minutesLikeThatInAYear >= 1) {
    count += 1
    chance *= mean / count
    rest -= chance
  }
  return count
}

/** One server, its workers running, and everybody of a county at once: ten times the busiest minute of a year. */
export async function countyLoad({ url, dataDir, connection }) {
  const raised = (inBusiestMinute(raisedADay) * times) / 60
  const visits = (inBusiestMinute(visitsADay) * times) / 60
  const home = county({ villageCount, residentsEach })
  await seedTickets(new BulkLoad(url), home, { count: ticketCount, now: Date.now() })
  await connection.query('ANALYZE TABLE tickets, ticket_messages, ticket_cycles, journal')
  const requests = await mixOf(connection, { raised, visits })
  const perSecond = requests.reduce((sum, { weight }) => sum + weight, 0)
  const server = await startProduct(url, { dataDir, workers: true })
  const atRest = server.rssBytes()
  const databaseSeconds = await databaseCpu(connection)
  const load = startLoad()
  const boards = await openBoards(server.base, home)
  try {
    const running = load.ask({ port: server.port, connections: 64, perSecond, warmUpMs, forMs, requests, run: 'county' })
    await sleep(warmUpMs)
    const before = { server: server.cpuSeconds(), database: databaseSeconds() }
    let rss = 0
    const watching = setInterval(() => (rss = Math.max(rss, server.rssBytes())), 250)
    const { p50, p99, slowest, byName } = await running.finally(() => clearInterval(watching))
    // Over the time that was asked for: a server that falls behind needs what it took to catch up, too.
    const cores = ((server.cpuSeconds() - before.server) * 1_000) / forMs
    const databaseCores = ((databaseSeconds() - before.database) * 1_000) / forMs
    if (boards.shown() < boards.count) throw new Error('a live board showed nothing')
    for (const [name, one] of Object.entries(byName)) process.stderr.write(`${name}: p50 ${one.p50.toFixed(1)} ms, p99 ${one.p99.toFixed(1)} ms\n`)
    const what = `${raised.toFixed(1)} matters, ${visits.toFixed(0)} visits, ${perSecond.toFixed(0)} requests a second, ${boards.count} live boards`
    return [
      { what: `one server under ten busiest minutes of a county at once (${what}), processor`, value: cores, unit: 'cores', budget: coreBudget },
      { what: '  the database beside it', value: databaseCores, unit: 'cores' },
      { what: '  memory before anybody came', value: atRest, unit: 'bytes' },
      { what: '  memory, at its most', value: rss, unit: 'bytes', budget: rssBudgetBytes },
      { what: '  a request of it, p99', value: p99, unit: 'ms' },
      { what: '  p50', value: p50, unit: 'fineMs' },
      { what: '  slowest', value: slowest, unit: 'ms' },
    ]
  } finally {
    boards.close()
    load.stop()
    await server.stop()
  }
}

/** What people do, with how often a second; a visit is who I am, the home page, the village's list and one matter. */
async function mixOf(connection, { raised, visits }) {
  const [open] = await connection.query(
    `SELECT id, village_id AS villageId FROM tickets WHERE status IN ('submitted', 'in-progress') AND visibility = 'village'
     AND holder_unit_id = village_id AND merged_into_id IS NULL AND responded_at IS NOT NULL ORDER BY id LIMIT 3000`,
  )
  if (open.length === 0) throw new Error('nothing is open')
  const villages = [...peopleOf().values()]
  const byId = peopleOf()
  const everybody = villages.flatMap(({ id, residentIds }) =>
    residentIds.slice(0, sessionsEach).map((personId) => ({ villageId: id, token: tokenOf(personId) })))
  const cadres = villages.map(({ cadreIds }) => ({ token: tokenOf(cadreIds[0]) }))
  const get = (path, token) => ({ method: 'GET', path, token })
  const asked = (name, weight, of) => ({ name, weight, of })
  return [
    { name: 'raise', weight: raised, expects: 201, of: submissions() },
    asked('me', visits, everybody.map(({ token }) => get('/api/me', token))),
    asked('home', visits, everybody.map(({ token }) => get('/api/home', token))),
    asked('village list', visits, everybody.map(({ villageId, token }) => get(`/api/villages/${villageId}/tickets`, token))),
    asked('matter', visits, open.map(({ id, villageId }) => get(`/api/tickets/${id}`, tokenOf(byId.get(villageId).residentIds[1])))),
    asked('mine', visits / 4, everybody.map(({ token }) => get('/api/tickets/mine', token))),
    // A handler looks what there is, opens one and answers: twice for each that is raised, so that none piles up.
    asked('inbox', raised * 4, cadres.map(({ token }) => get('/api/inbox', token))),
    asked('opening', raised * 2, open.map(({ id, villageId }) => ({
      method: 'POST', path: `/api/tickets/${id}/opening`, token: tokenOf(byId.get(villageId).cadreIds[0]), body: {},
    }))),
    { name: 'reply', weight: raised * 2, expects: 201, of: open.map(({ id, villageId }) => ({
      method: 'POST', path: `/api/tickets/${id}/replies`, token: tokenOf(byId.get(villageId).cadreIds[0]), key: 'bench-',
      body: { text: '已经联系了电工，明天上午十点前去换，到时给您打电话。第 # 次' },
    })) },
  ]
}

/** Every one of the staff has the board before his eyes. */
async function openBoards(base, { subDistricts }) {
  const staff = subDistricts.flatMap(({ staffIds }) => staffIds)
  const ending = new AbortController()
  const shown = new Set()
  for (const personId of staff) {
    const response = await fetch(`${base}/api/board/live`, { headers: { authorization: `Bearer ${tokenOf(personId)}` }, signal: ending.signal })
    if (response.status !== 200) throw new Error(`the live board said ${response.status}`)
    void (async () => {
      for await (const chunk of response.body) if (chunk.length > 100) shown.add(personId)
    })().catch(() => undefined)
  }
  return { count: staff.length, shown: () => shown.size, close: () => ending.abort() }
}
