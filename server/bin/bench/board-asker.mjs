// A process of its own that asks one server: told first what there is, then again and again what to ask how fast.
// Beside what fills databases, asking would wait whenever that one's memory is tidied up, and take it for the server.
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { mix, questions } from './board-questions.mjs'
import { county, tokenOf } from './county.mjs'

const agent = new Agent({ keepAlive: true })
const asks = new Map([['mix', mix], ...questions.map(({ name, ask }) => [name, ask])])
let base = ''
let world = null

process.on('message', async ({ told, order }) => {
  try {
    if (told !== undefined) process.send({ result: learn(told) })
    else process.send({ result: await askAtPace(asks.get(order.question), order) })
  } catch (error) {
    process.send({ fault: String(error?.message ?? error) })
  }
})

/** @param sessionsEach of how many residents of each village somebody is signed in: no others ask */
function learn({ base: address, sessionsEach, runningIds, sample }) {
  const home = county({ residentsEach: sessionsEach })
  const villages = new Map(home.villages.map((village) => [village.id, village]))
  base = address
  world = {
    home, runningIds: new Map(runningIds),
    sample: sample.map(({ id, villageId }) => ({ id, village: villages.get(villageId) })),
  }
  return null
}

/**
 * Asks at an even pace whether or not answers are late: a late one delays nobody's clock.
 * @param ask gives for the n-th question who asks, the path, a body if any, and what its answer must say
 * @returns how long each took, from the moment at which it was due
 */
async function askAtPace(ask, { perSecond, forMs, from }) {
  const startedAt = performance.now()
  const count = Math.floor((forMs * perSecond) / 1_000)
  const running = []
  for (let n = 0; n < count; n += 1) {
    const dueAt = startedAt + (n * 1_000) / perSecond
    await sleep(Math.max(0, dueAt - performance.now()))
    const answered = answerTo(ask(world, from + n)).then((at) => at - dueAt)
    // One that fails is told of at the end, where it stops the servers, and not at once.
    answered.catch(() => undefined)
    running.push(answered)
  }
  return Promise.all(running)
}

/**
 * @returns when it was there
 * @throws Error unless the answer is good: one that said no would be quick for nothing
 */
async function answerTo({ personId, path, body, must }) {
  const { status, text, at } = await sent(`${base}${path}`, tokenOf(personId), body)
  // An event stream's first event carries the same board.
  const json = text.startsWith('event:') ? text.slice(text.indexOf('data: ') + 6, text.indexOf('\n\n')) : text
  if (status !== 200 || !must(JSON.parse(json))) throw new Error(`${path} said ${status} ${text.slice(0, 300)}`)
  return at
}

function sent(address, token, body) {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    const call = request(address, { agent, method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode, text, at: performance.now() }))
      response.on('error', reject)
    })
    call.on('error', reject)
    call.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
