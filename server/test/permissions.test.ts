import { NestFactory } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { PostKind } from '@huiying/shared/identity'
import type { TicketView } from '@huiying/shared/tickets'
import { AppModule } from '../src/app.module'
import { KEYED_ROUTES, PERMISSIONS } from '../src/permissions'
import type { Access } from '../src/platform/http'
import { httpAdapter } from '../src/platform/http/http-adapter'
import { RouteBook } from '../src/platform/http/route-book'
import { SessionGuard } from '../src/platform/http/session-guard'
import { setUpHttp } from '../src/platform/http/set-up-http'
import { BODIES, QUERIES } from './support/route-bodies'
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
  desk: ['staff', 'admin'],
  office: ['staff', 'leader', 'admin'],
  admin: ['admin'],
}

const NEVER = () => Promise.reject(new Error('never asked'))

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
    const sessions = { viewerOf: NEVER, callerOf: NEVER }
    const start = setUpHttp(nest, platform, { routes: new RouteBook(), sessions, permissions, keyedRoutes: new Set() })
    await expect(start).rejects.toThrow('routes missing in permissions.ts: GET /api/me')
    await nest.getHttpAdapter().close()
  })

  test.each(['/health', '/__proto__', '/constructor'])('a guard whose table does not know %s lets nobody in', async (url) => {
    const guard = new SessionGuard({ viewerOf: NEVER, callerOf: NEVER }, {})
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
