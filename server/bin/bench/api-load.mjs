// A process of its own that asks a server: told over its parent's channel what, answers how it went.
import { Line, requestOf } from './api-lines.mjs'

process.on('message', async (order) => {
  try {
    process.send({ result: order.perSecond === undefined ? await asFastAsItGoes(order) : await atPace(order) })
  } catch (error) {
    process.send({ fault: String(error?.message ?? error) })
  }
})

/** Each line asks the next thing as soon as it has its answer. */
async function asFastAsItGoes({ port, connections, warmUpMs, forMs, requests, run, upTo = Infinity }) {
  const lines = Array.from({ length: connections }, () => new Line(port))
  const make = maker(requests, run)
  const countsFrom = performance.now() + warmUpMs
  const until = countsFrom + forMs
  const times = []
  let made = 0
  try {
    await Promise.all(lines.map(async (line) => {
      for (let at = performance.now(); at < until && made < upTo; made += 1) {
        await ask(line, make())
        const now = performance.now()
        if (at >= countsFrom && now <= until) times.push(now - at)
        at = now
      }
    }))
  } finally {
    for (const line of lines) line.close()
  }
  return { asked: made, perSecond: (times.length * 1_000) / forMs, ...spread(times) }
}

/** At an even pace whether or not answers are late; a request's time runs from the moment it was due. */
async function atPace({ port, connections, perSecond, warmUpMs, forMs, requests, run }) {
  const lines = Array.from({ length: connections }, () => new Line(port))
  const free = [...lines]
  const due = []
  const make = maker(requests, run)
  const startedAt = performance.now()
  const count = Math.floor(((warmUpMs + forMs) * perSecond) / 1_000)
  const all = []
  const byName = new Map()
  let next = 0
  let running = 0
  const fault = await new Promise((resolve) => {
    const serve = () => {
      while (free.length > 0 && due.length > 0) {
        const line = free.pop()
        const dueAt = due.shift()
        const request = make()
        running += 1
        ask(line, request).then(() => {
          const tookMs = performance.now() - dueAt
          if (dueAt - startedAt >= warmUpMs) {
            all.push(tookMs)
            if (!byName.has(request.name)) byName.set(request.name, [])
            byName.get(request.name).push(tookMs)
          }
          running -= 1
          free.push(line)
          serve()
        }, resolve)
      }
      if (next === count && running === 0 && due.length === 0) resolve(null)
    }
    const clock = setInterval(() => {
      for (const now = performance.now(); next < count; next += 1) {
        const dueAt = startedAt + (next * 1_000) / perSecond
        if (dueAt > now) break
        due.push(dueAt)
      }
      serve()
      if (next === count) clearInterval(clock)
    }, 1)
  })
  for (const line of lines) line.close()
  if (fault !== null) throw fault
  const spreads = [...byName].map(([name, times]) => [name, spread(times)])
  return { count: all.length, ...spread(all), byName: Object.fromEntries(spreads) }
}

async function ask(line, { name, bytes, expects }) {
  const { status, body } = await line.ask(bytes)
  if (status !== expects) throw new Error(`${name} said ${status}: ${body.toString('utf8').slice(0, 300)}`)
}

/** Requests in turn, by their weights, spread evenly; "#" in path, key and text is a number never used before. */
function maker(requests, run) {
  const credits = requests.map(() => 0)
  let number = 0
  return () => {
    requests.forEach(({ weight = 1 }, at) => (credits[at] += weight))
    const at = credits.indexOf(Math.max(...credits))
    credits[at] -= requests.reduce((sum, { weight = 1 }) => sum + weight, 0)
    const { name, expects = 200, of } = requests[at]
    number += 1
    const one = of[(number * 7_919) % of.length]
    const bytes = typeof one === 'string' ? one : requestOf(numbered(one, `${run}-${number}`))
    return { name, expects, bytes }
  }
}

function numbered({ key, body, ...rest }, number) {
  return {
    ...rest,
    ...(key === undefined ? {} : { key: `${key}${number}`.slice(0, 64) }),
    ...(body === undefined ? {} : { body: body.text === undefined ? body : { ...body, text: body.text.replace('#', number) } }),
  }
}

function spread(times) {
  const sorted = [...times].sort((one, other) => one - other)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), slowest: sorted.at(-1) ?? 0 }
}
