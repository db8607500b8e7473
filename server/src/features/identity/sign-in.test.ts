import type { DemoPeopleAnswer, Me, SessionAnswer } from '@huiying/shared/identity'
import { DAY_MS } from '@huiying/shared/kernel'
import { postOf } from '../../../test/support/small-village'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import { personTable } from './person.table'
import { postTable } from './post.table'
import { hashOfToken } from './session-token'

let server: TestApp
afterEach(() => server.stop())

describe('signing in with WeChat', () => {
  beforeEach(async () => {
    server = await startTestApp()
  })

  test('a stranger gets an account, and nothing more', async () => {
    const answer = await server.send('POST', '/api/session/wechat', { body: { code: server.weChat.standIn.world.mintLoginCode('new') } })
    expect(answer.status).toBe(201)
    const { token, me, expiresAt } = answer.as<SessionAnswer>()
    expect(expiresAt).toBe(server.db.clock.at() + 30 * DAY_MS)
    expect(me).toEqual({
      accountId: expect.any(String), person: null, posts: [], waitingFor: null, declinedBy: null, phoneKnown: false,
      unreadNotices: 0, demo: false,
    })
    expect((await server.send('GET', '/api/me', { token })).as<Me>()).toEqual(me)
  })

  test('a villager is known by his account, phone masked, weightiest post first', async () => {
    const token = await server.signIn('open-li')
    const me = (await server.send('GET', '/api/me', { token })).as<Me>()
    expect(me.person).toEqual({ id: 'li', name: '李建国', maskedPhone: '139****0003' })
    expect(me.posts.map(({ kind }) => kind)).toEqual(['secretary', 'resident'])
    expect(me.posts[0]).toEqual({
      kind: 'secretary', charge: null,
      unit: { id: 'liushu', kind: 'village', name: '柳树村' },
      village: { id: 'liushu', kind: 'village', name: '柳树村' },
      subDistrict: { id: 'qingxi', kind: 'sub-district', name: '青溪街道' },
    })
  })

  test('twice at the same instant: one account, two sessions', async () => {
    const code = { body: { code: 'demo:new' } }
    const answers = await Promise.all([1, 2, 3].map(() => server.send('POST', '/api/session/wechat', code)))
    const accounts = new Set(answers.map((answer) => answer.as<SessionAnswer>().me.accountId))
    const tokens = new Set(answers.map((answer) => answer.as<SessionAnswer>().token))
    expect([accounts.size, tokens.size]).toEqual([1, 3])
  })

  test('the database holds no token, only its hash', async () => {
    const token = await server.signIn('open-wang')
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    const rows = await server.db.reads.query<{ token_hash: string }>('SELECT token_hash FROM sessions')
    expect(rows).toEqual([{ token_hash: hashOfToken(token) }])
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('a used code, a wrong code, a blocked person', async () => {
    const { world } = server.weChat.standIn
    const used = world.mintLoginCode('someone')
    await server.send('POST', '/api/session/wechat', { body: { code: used } })
    expect(await server.send('POST', '/api/session/wechat', { body: { code: used } })).toMatchObject({ status: 401, code: 'session.code-refused' })
    expect(await server.send('POST', '/api/session/wechat', { body: { code: 'x' } })).toMatchObject({ status: 401, code: 'session.code-refused' })
    world.addFault({ path: '/sns/jscode2session', times: 1, errcode: 40226 })
    expect(await server.send('POST', '/api/session/wechat', { body: { code: 'y' } })).toMatchObject({ code: 'session.code-refused' })
  })

  test('WeChat is down, WeChat has a wrong secret: nothing half-made', async () => {
    const { world } = server.weChat.standIn
    world.addFault({ path: '/sns/jscode2session', times: 1, httpStatus: 502 })
    expect(await server.send('POST', '/api/session/wechat', { body: { code: 'demo:new' } })).toMatchObject({ status: 503, code: 'wechat.unreachable' })
    world.addFault({ path: '/sns/jscode2session', times: 1, errcode: 40125 })
    expect(await server.send('POST', '/api/session/wechat', { body: { code: 'demo:new' } })).toMatchObject({ status: 502, code: 'wechat.refused' })
    expect(await server.db.reads.query('SELECT id FROM accounts WHERE open_id = ?', ['new'])).toEqual([])
  })

  test('a session ends at its instant, not a millisecond before', async () => {
    const token = await server.signIn('open-wang')
    const start = server.db.clock.at()
    server.db.clock.set(start + 30 * DAY_MS - 1)
    expect((await server.send('GET', '/api/me', { token })).status).toBe(200)
    server.db.clock.set(start + 30 * DAY_MS)
    expect(await server.send('GET', '/api/me', { token })).toMatchObject({ status: 401, code: 'session.expired' })
  })

  test('signing out ends this session only; a second time is no fault of anybody', async () => {
    const [one, other] = [await server.signIn('open-wang'), await server.signIn('open-wang')]
    expect(await server.send('POST', '/api/session/sign-out', { token: one, body: {} })).toMatchObject({ status: 204, text: '' })
    expect(await server.send('GET', '/api/me', { token: one })).toMatchObject({ status: 401, code: 'session.expired' })
    expect((await server.send('GET', '/api/me', { token: other })).status).toBe(200)
  })

  test('signing out everywhere reaches all accounts of the person, and nobody else', async () => {
    await server.db.unitOfWork.run(async (work) => {
      work.write("UPDATE accounts SET person_id = 'wang' WHERE id = ?", ['account-zhao'])
    })
    const [wang, second, li] = [await server.signIn('open-wang'), await server.signIn('open-zhao'), await server.signIn('open-li')]
    await server.send('POST', '/api/session/sign-out', { token: wang, body: { everywhere: true } })
    const codes = await Promise.all([wang, second, li].map(async (token) => (await server.send('GET', '/api/me', { token })).status))
    expect(codes).toEqual([401, 401, 200])
  })

  test('no token, garbage, a token that never was, the hash itself', async () => {
    const token = await server.signIn('open-wang')
    expect((await server.send('GET', '/api/me')).code).toBe('session.missing')
    expect((await server.send('GET', '/api/me', { headers: { authorization: 'Basic d2FuZw==' } })).code).toBe('session.missing')
    expect((await server.send('GET', '/api/me', { token: "' OR 1=1 -- " })).code).toBe('session.missing')
    expect((await server.send('GET', '/api/me', { token: 'A'.repeat(43) })).code).toBe('session.expired')
    expect((await server.send('GET', '/api/me', { token: hashOfToken(token) })).code).toBe('session.expired')
  })

  test('sessions that are over are cleared away at the next sign-in', async () => {
    await server.signIn('open-wang')
    server.db.clock.advance(31 * DAY_MS)
    await server.signIn('open-wang')
    expect(await server.db.reads.query('SELECT token_hash FROM sessions')).toHaveLength(1)
  })

  test('the demo does not exist', async () => {
    const before = await server.send('POST', '/api/session/demo', { body: { personId: 'wang' } })
    expect(before).toMatchObject({ status: 404, code: 'request.not-found' })
    expect(await server.send('GET', '/api/demo/people')).toMatchObject({ status: 404, code: 'request.not-found' })
    expect(await server.db.reads.query('SELECT token_hash FROM sessions')).toEqual([])
  })

  test("cloud hosting's headers are worth nothing unless the operator trusts them", async () => {
    const headers = { 'x-wx-source': 'wx_client', 'x-wx-openid': 'open-li', 'x-wx-appid': 'standin-app' }
    expect(await server.send('POST', '/api/session/wechat', { body: { code: 'x' }, headers })).toMatchObject({ code: 'session.code-refused' })
  })
})

test('on cloud hosting the headers say who calls, if they are of this mini-program', async () => {
  server = await startTestApp({ TRUST_CLOUD_IDENTITY: '1' })
  const from = (appId: string, source: Record<string, string> = { 'x-wx-source': 'wx_client' }) =>
    server.send('POST', '/api/session/wechat', {
      body: { code: 'unused' }, headers: { ...source, 'x-wx-openid': 'open-li', 'x-wx-appid': appId, 'x-wx-unionid': 'union-li' },
    })
  expect((await from('standin-app')).as<SessionAnswer>().me.person?.id).toBe('li')
  expect(await server.db.reads.query('SELECT union_id FROM accounts WHERE id = ?', ['account-li'])).toEqual([{ union_id: 'union-li' }])
  expect((await from('wx0000000000000000')).code).toBe('session.code-refused')
  expect((await from('standin-app', {})).code).toBe('session.code-refused')
})

describe('in the demo', () => {
  beforeEach(async () => {
    server = await startTestApp({ DEMO: '1' })
    await server.db.unitOfWork.run(async (work) => {
      work.insert(personTable, { id: 'kong', name: '孔小林', phone: null, code: 'P-kong', createdAt: 0 })
      work.insert(postTable, postOf('kong', 'resident', 'taoyuan', 1))
    })
  })

  test('one may be anybody of the village, and is told who there is', async () => {
    const { people } = (await server.send('GET', '/api/demo/people')).as<DemoPeopleAnswer>()
    expect(people.map(({ kind }) => kind)).toEqual(
      ['resident', 'secretary', 'director', 'grid-worker', 'stationed-cadre', 'staff', 'leader', 'staff', 'resident'],
    )
    expect(people[0]).toMatchObject({ unitName: '柳树村' })
    expect(people.slice(5).map(({ unitName }) => unitName)).toEqual(['青溪街道', '青溪街道', '云岭县', '桃园社区'])
    expect(people[8]).toMatchObject({ personId: 'kong' })
    for (const { personId, name } of people) {
      const answer = await server.send('POST', '/api/session/demo', { body: { personId } })
      expect(answer.as<SessionAnswer>().me).toMatchObject({ person: { id: personId, name }, demo: true })
    }
    const again = await server.send('POST', '/api/session/demo', { body: { personId: 'li' } })
    const { me } = again.as<SessionAnswer>()
    expect(await server.db.reads.query('SELECT id FROM accounts WHERE open_id = ?', ['demo-li'])).toEqual([{ id: me.accountId }])
  })

  test('a resident among them is nothing else, also when somebody with a post raised the first matter', async () => {
    const reporter = await server.send('POST', '/api/session/demo', { body: { personId: 'li' } })
    const { token } = reporter.as<SessionAnswer>()
    const raised = await server.send('POST', '/api/tickets', {
      token, headers: { 'idempotency-key': 'first-of-all-1' }, body: { villageId: 'liushu', text: '路灯坏了' },
    })
    expect(raised.status).toBe(201)
    const { people } = (await server.send('GET', '/api/demo/people')).as<DemoPeopleAnswer>()
    const residents = people.filter(({ kind }) => kind === 'resident')
    expect(residents.map(({ personId }) => personId)).toEqual(['wang', 'kong'])
  })

  test('nobody who does not exist', async () => {
    expect(await server.send('POST', '/api/session/demo', { body: { personId: 'nobody' } })).toMatchObject({ code: 'identity.person-not-found' })
  })

  test('a session of the demo is none of another mini-program on the same database', async () => {
    const answer = await server.send('POST', '/api/session/demo', { body: { personId: 'li' } })
    const { token } = answer.as<SessionAnswer>()
    await server.db.unitOfWork.run(async (work) => work.write('UPDATE accounts SET app_id = ? WHERE open_id = ?', ['wx-another', 'demo-li']))
    expect((await server.send('GET', '/api/me', { token })).code).toBe('session.expired')
  })
})
