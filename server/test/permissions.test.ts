import { NestFactory } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { PostKind } from '@huiying/shared/identity'
import { DEFAULT_ROSTER_TERMS } from '@huiying/shared/roster'
import type { TicketView } from '@huiying/shared/tickets'
import { AppModule } from '../src/app.module'
import { KEYED_ROUTES, PERMISSIONS } from '../src/permissions'
import type { Access } from '../src/platform/http'
import { httpAdapter } from '../src/platform/http/http-adapter'
import { RouteBook } from '../src/platform/http/route-book'
import { SessionGuard } from '../src/platform/http/session-guard'
import { setUpHttp } from '../src/platform/http/set-up-http'
import { settleCallers, type Caller } from './support/callers'
import { BOOK_ID, openBook } from './support/book-in-test'
import { startTestApp, type TestAnswer, type TestApp } from './support/test-app'

type Route = keyof typeof PERMISSIONS
const ROUTES = Object.keys(PERMISSIONS) as Route[]

/** Written out by hand, so that a slip in the product's own lists shows here. */
const LET_IN: Readonly<Record<Access, readonly PostKind[] | 'anybody' | 'any session' | 'any person'>> = {
  public: 'anybody',
  'signed-in': 'any session',
  bound: 'any person',
  handler: [
    'secretary', 'director', 'committee-member', 'specialist', 'grid-worker', 'stationed-cadre', 'staff', 'leader',
  ],
  'village-lead': ['secretary', 'director'],
  'sub-district': ['staff', 'leader'],
  staff: ['staff'],
  'roster-editor': ['staff', 'secretary', 'director'],
  office: ['staff', 'leader', 'admin'],
  admin: ['admin'],
}

/** A body that passes the shape check of a route, so that nothing but the right to act is asked. */
const BODIES: { readonly [R in Route]?: object } = {
  'POST /api/session/wechat': { code: 'demo:anybody' },
  'POST /api/session/demo': { personId: 'nobody' },
  // An unknown field: let in, the callers keep their sessions.
  'POST /api/session/sign-out': { stay: true },
  'POST /api/me/phone': {},
  'POST /api/me/membership-requests': { villageId: 'nowhere', name: '某某' },
  'POST /api/membership-requests/:id/decision': { approve: false },
  'POST /api/villages/:villageId/book': { words: '问低保', result: '教他填了表', outcome: 'settled' },
  'POST /api/roster/orders': { cause: 'hole', subjectId: 'nothing' },
  'POST /api/tickets': { villageId: 'liushu', text: '灯不亮' },
  'POST /api/tickets/:ticketId/opening': {},
  'POST /api/tickets/:ticketId/replies': { text: '李师傅今天下午四点来修' },
  'POST /api/tickets/:ticketId/messages': { text: '还堵着' },
  'POST /api/tickets/:ticketId/closure': { outcome: 'settled', text: '修好了' },
  'POST /api/tickets/:ticketId/rating': { rating: 'satisfied' },
  'POST /api/tickets/:ticketId/rejection': { text: '没修好' },
  'POST /api/tickets/:ticketId/withdrawal': {},
  'POST /api/tickets/:ticketId/reporter-phone': {},
  'POST /api/roster/months/:month/generation': {},
  'POST /api/roster/months/:month/publication': { seenRevision: 1 },
  'POST /api/roster/months/:month/changes': { changes: [{ villageId: 'liushu', on: '2026-10-08', seat: 'member', personId: null }] },
  'PUT /api/villages/:villageId/marks': { marks: ['weak'] },
  'PUT /api/villages/:villageId/service-centre': { latitude: 26.5, longitude: 106.7 },
  'PUT /api/roster/policy': { terms: DEFAULT_ROSTER_TERMS },
  'PUT /api/calendar/:year': { source: '通知', holidays: [{ name: '元旦', fromOn: '2026-01-01', toOn: '2026-01-01' }], makeUpDays: [] },
  'POST /api/roster/slots/:slotId/take-over': {},
  'POST /api/roster/slots/:slotId/notes': { text: '东头的路灯报修了' },
  'POST /api/roster/leaves': { fromOn: '2026-09-20', toOn: '2026-09-20' },
  'POST /api/roster/swaps': { slotId: 'nowhere', toPersonId: 'nobody' },
  'POST /api/roster/swaps/:swapId/answer': { accept: false },
  'POST /api/villages/:villageId/books': { legalBody: 'village-committee', firstMonth: '2026-08' },
  'POST /api/books/:bookId/accounts': { code: '50199', name: '门票' },
  'PUT /api/books/:bookId/accounts/:code': { isActive: true },
  'POST /api/books/:bookId/opening': { lines: [] },
  'POST /api/books/:bookId/income': { on: '2026-09-01', purpose: '租金', lines: [] },
  'POST /api/books/:bookId/manual': { on: '2026-09-01', purpose: '折旧', lines: [] },
  'POST /api/books/:bookId/year-end': { year: 2026 },
  'POST /api/books/:bookId/months/:month/assertion': { assertions: [] },
  'PUT /api/books/:bookId/assets/:id': {
    kind: 'building', name: '旧村部', place: '', originalFen: 1, acquiredOn: null, use: 'idle',
  },
  'PUT /api/books/:bookId/resources/:id': { kind: 'pond', name: '鱼塘', place: '', areaCentiMu: 1_235, use: 'idle' },
  'PUT /api/books/:bookId/contracts/:id': {
    kind: 'lease', holdingId: 'nothing', title: '鱼塘', tenant: '孙', fromOn: '2026-01-01', toOn: '2026-12-31',
    rent: { rhythm: 'year', amountFen: 1, steps: [], isInAdvance: true, dueAfterDays: 0 },
  },
  'PUT /api/ledger/policy': { terms: { noticeDays: 7, otherLimitPercent: 5 } },
  'POST /api/books/:bookId/months/:month/objections': { words: '八月的水泥钱，想看看发票' },
  'POST /api/objections/:objectionId/answer': { words: '发票已经贴出来了' },
  'POST /api/villages/:villageId/decisions': {
    title: '修桥', method: 'meeting', passedOn: '2026-09-01', budgetFen: 1, presentCount: 1, yesCount: 1, photoIds: ['nothing'],
  },
  'POST /api/decisions/:decisionId/voiding': {},
  'POST /api/villages/:villageId/kinships': { personId: 'li', relativeId: 'nobody', kind: 'spouse' },
  'POST /api/villages/:villageId/seals': { kind: 'loan', title: '借款', counterparty: { name: '信用社' }, copies: 1 },
  'PUT /api/seals/:sealId': {
    content: { kind: 'loan', title: '借款', counterparty: { name: '信用社' }, copies: 1 }, shown: { revision: 1, digest: '' },
  },
  'POST /api/seals/:sealId/submission': { shown: { revision: 1, digest: '' } },
  'POST /api/seals/:sealId/withdrawal': {},
  'POST /api/seals/:sealId/challenges': { slot: 'director', shown: { revision: 1, digest: '' } },
  'POST /api/seals/:sealId/signatures': {
    slot: 'director', shown: { revision: 1, digest: '' }, nonce: 'n', strokes: { height: 400, strokes: [] },
  },
  'POST /api/seals/:sealId/refusal': { slot: 'director', shown: { revision: 1, digest: '' }, reason: '不同意' },
  'POST /api/seals/:sealId/take-back': { slot: 'director', shown: { revision: 1, digest: '' } },
  'POST /api/seals/:sealId/uses': { documentSha256: '', copies: 1 },
  'POST /api/notices/read': {},
  'POST /api/me/subscriptions': { accepted: [] },
  'PUT /api/me/preferences': { answer: true, duty: true, supervision: true, roster: true, money: true },
}

/** What a route is asked that answers no question without it. */
const QUERIES: { readonly [R in Route]?: string } = {
  'GET /api/books/:bookId/proofs/inclusion': '?position=0&size=1',
  'GET /api/books/:bookId/proofs/consistency': '?from=0&to=1',
  'GET /api/books/:bookId/leaves': '?from=0&to=1',
  'GET /api/books/:bookId/subtrees': '?from=0&to=1&size=1',
}

describe('every route and who gets through its door', () => {
  let server: TestApp
  let callers: readonly Caller[]
  let strangers: readonly Caller[]
  const ids = { ticketId: '', requestId: '' }

  beforeAll(async () => {
    server = await startTestApp({ DEMO: '1' })
    ids.ticketId = await raiseTicket()
    await openBook(server.db.database)
    ids.requestId = await askToJoin()
    callers = await settleCallers(server.db.database, 'here')
    strangers = await settleCallers(server.db.database, 'far')
  })
  afterAll(() => server.stop())

  test('the table names exactly the routes there are', () => {
    const served = server.app.routes.all().filter((route) => / \/(api|health)(\/|$)/.test(route) && !/ \/api\/docs/.test(route))
    expect(served).toEqual([...ROUTES].sort())
    expect(served.length).toBeGreaterThan(30)
  })

  test.each(ROUTES)('%s', async (route) => {
    const access = PERMISSIONS[route]
    const expected = Object.fromEntries(callers.map((caller) => [caller.name, refusalExpected(access, caller)]))
    const seen: Record<string, string | null> = {}
    for (const caller of callers) seen[caller.name] = refusalIn(await call(route, caller))
    expect(seen).toEqual(expected)
  })

  const somebodys = ROUTES.filter((route) => /:(villageId|ticketId|bookId|id)\b/.test(route) && PERMISSIONS[route] !== 'public')
  test.each(somebodys)('%s: for whoever belongs elsewhere it is not there', async (route) => {
    for (const caller of strangers.filter(({ kind }) => kind !== null)) {
      const answer = await call(route, caller)
      const status = refusalExpected(PERMISSIONS[route], caller) === null ? 404 : 403
      expect({ caller: caller.name, status: answer.status }).toEqual({ caller: caller.name, status })
      expect(answer.text).not.toMatch(/王桂花|下水道|柳树/)
    }
  })

  test('an admin sees no ticket by virtue of being admin', async () => {
    const admin = callers.find(({ kind }) => kind === 'admin') as Caller
    expect(await call('GET /api/tickets/:ticketId', admin)).toMatchObject({ status: 404 })
    expect((await call('GET /api/villages/:villageId/tickets', admin)).text).not.toContain('下水道')
  })

  test('without the demo its two routes are not there, all others are', async () => {
    const real = await startTestApp()
    const served = real.app.routes.all()
    await real.stop()
    expect(ROUTES.filter((route) => !served.includes(route))).toEqual(['POST /api/session/demo', 'GET /api/demo/people'])
  })

  test('a route that the table misses keeps the server from starting', async () => {
    const { 'GET /api/me': _missing, ...permissions } = PERMISSIONS
    const { platform } = server.app
    const nest = await NestFactory.create<NestFastifyApplication>(AppModule.of(platform), httpAdapter(platform.ids), {
      logger: false, bodyParser: false, abortOnError: false,
    })
    const sessions = { viewerOf: () => Promise.reject(new Error('never asked')) }
    const start = setUpHttp(nest, platform, { routes: new RouteBook(), sessions, permissions, keyedRoutes: new Set() })
    await expect(start).rejects.toThrow('routes missing in permissions.ts: GET /api/me')
    await nest.getHttpAdapter().close()
  })

  test.each(['/health', '/__proto__', '/constructor'])('a guard whose table does not know %s lets nobody in', async (url) => {
    const guard = new SessionGuard({ viewerOf: () => Promise.reject(new Error('never asked')) }, {})
    const request = { method: 'GET', routeOptions: { url }, headers: {} }
    const context = { switchToHttp: () => ({ getRequest: () => request }) } as unknown as Parameters<SessionGuard['canActivate']>[0]
    await expect(guard.canActivate(context)).rejects.toThrow('session.forbidden')
  })

  function refusalExpected(access: Access, { name, token, isBound, kind }: Caller): string | null {
    const letIn = LET_IN[access]
    if (letIn === 'anybody') return null
    if (token === null) return 'session.missing'
    if (name === 'a dead session') return 'session.expired'
    if (letIn === 'any session') return null
    if (!isBound) return 'session.not-bound'
    return letIn === 'any person' || (kind !== null && letIn.includes(kind)) ? null : 'session.forbidden'
  }

  /** What the door says; what the room behind it says is not asked here. */
  function refusalIn({ status, code }: TestAnswer): string | null {
    return (status === 401 || status === 403) && code?.startsWith('session.') === true ? code : null
  }

  function call(route: Route, { token }: Caller): Promise<TestAnswer> {
    const [method, pattern] = route.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string]
    const url = pattern
      .replace(':villageId', 'liushu')
      .replace(':ticketId', ids.ticketId)
      .replace(':bookId', BOOK_ID)
      .replace(':variant', 'photo')
      .replace(':month', '2026-10')
      .replace(':year', '2026')
      .replace(':id', ids.requestId)
    const asked = `${url}${QUERIES[route] ?? ''}`
    const key = KEYED_ROUTES.has(route) ? { headers: { 'idempotency-key': server.app.platform.ids.next() } } : {}
    return server.send(method, asked, { token, ...(method === 'GET' ? {} : { body: BODIES[route] ?? {} }), ...key })
  }

  async function raiseTicket(): Promise<string> {
    const token = await server.signIn('open-wang')
    const body = { villageId: 'liushu', text: '门口下水道堵了' }
    return (await server.send('POST', '/api/tickets', { token, body, headers: { 'idempotency-key': 'sewer-0001' } })).as<TicketView>().id
  }

  async function askToJoin(): Promise<string> {
    const token = await server.signIn('wants-in')
    const code = server.weChat.standIn.world.mintPhoneCode('13811112222')
    await server.send('POST', '/api/me/phone', { token, body: { code } })
    await server.send('POST', '/api/me/membership-requests', { token, body: { villageId: 'liushu', name: '周小妹' } })
    const [request] = await server.db.reads.query<{ id: string }>('SELECT id FROM membership_requests')
    return request?.id ?? ''
  }
})
