import type { PostKind } from '@huiying/shared/identity'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@huiying/shared/kernel'
import type { TicketView } from '@huiying/shared/tickets'
import { callbackSeedTable } from '../../src/features/figures/callback.table'
import { fileTable } from '../../src/features/files/file.table'
import { KEYED_ROUTES, PERMISSIONS } from '../../src/permissions'
import type { Ids } from '../../src/platform/ids/ids'
import { BOOK_ID, openBook } from '../support/book-in-test'
import { settleCallers, type Caller } from '../support/callers'
import { settleRoster, slotOf } from '../support/duty-roster'
import { BODIES, QUERIES } from '../support/route-bodies'
import { serverInHand } from '../support/server-in-hand'
import { postOf, settlePerson } from '../support/small-village'
import { startTestApp, type TestApp } from '../support/test-app'
import { NO_WECHAT } from '../support/village-story'

type Route = keyof typeof PERMISSIONS
const ROUTES = Object.keys(PERMISSIONS) as Route[]
/** Where what follows in time shows. */
const LATER = ['GET /api/notices', 'GET /api/inbox', 'GET /api/villages/:villageId/tickets', 'GET /health'] as const

/** Every post there is in a village; staff who hold one there are of the village, too. */
const OF_VILLAGE: readonly PostKind[] = [
  'resident', 'secretary', 'director', 'supervisor', 'committee-member', 'specialist', 'accountant', 'grid-worker',
  'stationed-cadre', 'admin',
]
const ALSO_OF_VILLAGE = ['li', 'both', 'guest']

const WORDS = '书记把低保给了他表弟'
const PHOTO_ID = 'PHOTO0000000000000000000ZZ'

const ALL_BUT_DATE = [
  'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval',
  'clearInterval', 'setTimeout', 'clearTimeout',
] as const

/** What is drawn by lot each time, whoever asks and whatever there is: tokens, codes to sign in, a server's keys. */
const LOTS: readonly (readonly [RegExp, string])[] = [
  [/"(token|code|secret|qrSvg)":"(\\.|[^"\\])*"/g, '"$1":"…"'],
  [/(huiying\/book\/book-liushu\+)[0-9a-zA-Z+/=]+/g, '$1…'],
]

/**
 * Ids in the order of asking, so that two servers on which the same happens give the same ones. What happens on one
 * server alone takes its ids from a series of its own: by the ids of others it could be told.
 */
class CountedIds implements Ids {
  isAside = false
  private readonly given = { open: 0, aside: 0 }

  next(): string {
    const series = this.isAside ? 'aside' : 'open'
    this.given[series] += 1
    return `${this.isAside ? 'ZZ' : '01'}${String(this.given[series]).padStart(24, '0')}`
  }
}

/** A village's two days; `knows` says whether somebody spoke in confidence in the first of them. */
async function twoDays(knows: boolean) {
  const ids = new CountedIds()
  const server = await startTestApp({ DEMO: '1' }, undefined, ids)
  const { database, clock } = server.db
  const inHand = serverInHand(database, NO_WECHAT)
  const callers = (await settleCallers(database, 'here')).filter(({ kind }) => kind !== null && OF_VILLAGE.includes(kind))
  await settlePerson(database, { id: 'both', name: '白天街道晚上村民' }, postOf('both', 'staff', 'qingxi'), postOf('both', 'resident', 'liushu'))
  await settlePerson(database, { id: 'guest', name: '兼职' }, postOf('guest', 'leader', 'qingxi'), postOf('guest', 'stationed-cadre', 'liushu'))
  await openBook(database)
  // Which residents are called back is drawn by a secret lot: the same on both.
  await database.unitOfWork.run(async (work) => work.insert(callbackSeedTable, { subDistrictId: 'qingxi', seed: 'lot'.padEnd(64, '0'), madeAt: 0 }))
  await settleRoster(database, [slotOf('liushu', ['2026-09-14', 'lead', 'li']), slotOf('liushu', ['2026-09-15', 'lead', 'li'])])
  const tokens = new Map<string, string>()
  for (const person of ['wang', 'zhao', 'sun', ...ALSO_OF_VILLAGE]) tokens.set(person, await server.signIn(`open-${person}`))
  const send = (person: string, url: string, body: object, key = 'key-of-a-draft') =>
    server.send('POST', url, { token: tokens.get(person) ?? null, body, headers: { 'idempotency-key': key } })
  /**
   * Minute by minute on both servers alike: what the open matters bring is drawn a second after the full minute, what
   * the other one brings fourteen seconds after it, aside.
   */
  const pass = async (fromAt: string, minutes: number): Promise<void> => {
    const start = Date.parse(`2026-09-${fromAt}+08:00`)
    for (let minute = 0; minute < minutes; minute += 1) {
      for (const [afterMs, isAside] of [[SECOND_MS, false], [14 * SECOND_MS, true]] as const) {
        clock.set(start + minute * MINUTE_MS + afterMs)
        ids.isAside = isAside
        await inHand.settle()
        await inHand.settle()
      }
    }
    ids.isAside = false
  }
  clock.set(Date.parse('2026-09-14T09:00:00+08:00'))
  const lampId = (await send('wang', '/api/tickets', { villageId: 'liushu', text: '路灯不亮了' }, 'lamp-0001')).as<TicketView>().id
  await pass('14T09:00', 20)
  clock.set(Date.parse('2026-09-14T09:20:13+08:00'))
  ids.isAside = true
  const keptId = knows ? await speakInConfidence() : 'ZZ000000000000000000000002'
  for (let round = 0; round < 3; round += 1) await inHand.settle()
  ids.isAside = false
  await pass('14T09:21', 9)
  clock.set(Date.parse('2026-09-14T09:30:00+08:00'))
  await send('wang', '/api/tickets', { villageId: 'liushu', text: '桥栏杆断了' }, 'bridge-001')
  await pass('14T09:30', 90)
  await pass('14T18:00', 35)
  await pass('15T05:00', 45)
  await pass('15T09:00', 45)

  /** The sub-district works on it: opens, answers, calls. */
  async function speakInConfidence(): Promise<string> {
    await database.unitOfWork.run(async (work) => work.insert(fileTable, {
      id: PHOTO_ID, kind: 'photo', ownerAccountId: 'account-zhao', mime: 'image/jpeg', bytes: 1, width: 1, height: 1,
      durationMs: null, sha256: '0'.repeat(64), alikeHash: null, createdAt: work.now, subjectId: null,
    }))
    const kept = await send('zhao', '/api/tickets', {
      villageId: 'liushu', text: WORDS, about: 'village-cadre', aboutPersonId: 'li', photoIds: [PHOTO_ID],
    }, 'kept-0001')
    if (kept.status !== 201) throw new Error(kept.text)
    const { id } = kept.as<TicketView>()
    await send('sun', `/api/tickets/${id}/opening`, {})
    await send('sun', `/api/tickets/${id}/replies`, { text: '周三上午我们来村里查低保名单' })
    await send('sun', `/api/tickets/${id}/reporter-phone`, { reason: '问清楚是哪一户' })
    return id
  }
  const others = ALSO_OF_VILLAGE.map((name): Caller => ({ name, token: tokens.get(name) ?? null, isBound: true, kind: 'resident' }))
  return { server, ids, keptId, lampId, callers: [...callers, ...others], send, inHand, tokens }
}

type Village = Awaited<ReturnType<typeof twoDays>>

describe('what was said in confidence does not exist for the village', () => {
  let told: Village
  let untold: Village

  beforeAll(async () => {
    told = await twoDays(true)
    untold = await twoDays(false)
    // The machine's own time stands in the zip that a workbook is; it stands still, all else goes on.
    jest.useFakeTimers({ now: told.server.db.clock.at(), doNotFake: [...ALL_BUT_DATE] })
  }, 120_000)
  afterAll(async () => {
    jest.useRealTimers()
    await told.server.stop()
    await untold.server.stop()
  })

  it('is there for the sub-district, late and with an order of its own', async () => {
    told.ids.isAside = true
    const token = told.tokens.get('sun') ?? null
    const view = (await told.server.send('GET', `/api/tickets/${told.keptId}`, { token })).as<TicketView>()
    told.ids.isAside = false
    expect(view).toMatchObject({
      role: 'handler', text: WORDS, kind: 'complaint', confidence: { about: 'village-cadre', aboutPerson: { personId: 'li' } },
    })
    expect(view.cycle.orderNumber).toBe('督密〔2026〕1号')
    expect(await told.inHand.notices('sun')).toContain('order-issued')
    expect(told.callers).toHaveLength(OF_VILLAGE.length + ALSO_OF_VILLAGE.length)
  })

  it('leaves no gap in the numbers of the orders that the village reads', async () => {
    for (const { server } of [told, untold]) {
      const rows = await server.db.reads.query<{ number: string }>("SELECT number FROM supervision_orders WHERE number NOT LIKE '督密%' ORDER BY number")
      expect(rows.map(({ number }) => number)).toEqual(['督〔2026〕1号', '督〔2026〕2号'])
    }
  })

  it.each(ROUTES)('%s', async (route) => {
    const about = [told.keptId, told.lampId].slice(0, route.includes(':ticketId') ? 2 : 1)
    for (const ticketId of about) {
      for (const [index, caller] of told.callers.entries()) {
        const twin = untold.callers[index] as Caller
        const [one, other] = [await call(told, route, caller, ticketId), await call(untold, route, twin, ticketId)]
        expect({ caller: caller.name, ticketId, ...one }).toEqual({ caller: twin.name, ticketId, ...other })
        expect(one.text).not.toContain(WORDS)
      }
    }
  }, 120_000)

  it('and a day and a half later, with all that followed, neither', async () => {
    for (const { server, inHand } of [told, untold]) {
      server.db.clock.advance(DAY_MS + 12 * HOUR_MS + MINUTE_MS + SECOND_MS)
      await inHand.settle()
    }
    for (const [index, caller] of told.callers.entries()) {
      for (const route of LATER) {
        const [one, other] = [await call(told, route, caller, ''), await call(untold, route, untold.callers[index] as Caller, '')]
        expect(without(one)).toEqual(without(other))
      }
    }
  })

  /** So long a time is settled in one go: what belongs to the one matter draws its ids among those of the others. */
  function without({ status, text }: { readonly status: number; readonly text: string }): object {
    return { status, text: text.replace(/01\d{24}/g, 'ID') }
  }

  async function call({ server }: { readonly server: TestApp }, route: Route, { token }: Caller, ticketId: string) {
    const [method, pattern] = route.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string]
    const url = pattern
      .replace(':villageId', 'liushu').replace(':ticketId', ticketId).replace(':bookId', BOOK_ID)
      .replace(':variant', 'photo').replace(':month', '2026-10').replace(':year', '2026').replace(':id', PHOTO_ID)
    const key = KEYED_ROUTES.has(route) ? { headers: { 'idempotency-key': server.app.platform.ids.next() } } : {}
    const answer = await server.send(method, `${url}${QUERIES[route] ?? ''}`, {
      token, ...(method === 'GET' ? {} : { body: BODIES[route] ?? {} }), ...key,
    })
    const text = LOTS.reduce((told, [drawn, stands]) => told.replace(drawn, stands), answer.text)
    return { status: answer.status, text }
  }
})
