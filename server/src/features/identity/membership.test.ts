import type { Me, MembershipRequestsAnswer } from '@huiying/shared/identity'
import { postOf } from '../../../test/support/small-village'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import { personTable } from './person.table'
import { postTable } from './post.table'

describe('asking a village to be let in', () => {
  let server: TestApp
  let token: string

  beforeEach(async () => {
    server = await startTestApp()
    token = await server.signIn('stranger')
  })
  afterEach(() => server.stop())

  const me = async (as = token) => (await server.send('GET', '/api/me', { token: as })).as<Me>()
  const knowPhone = (phone: string, as = token) =>
    server.send('POST', '/api/me/phone', { token: as, body: { code: server.weChat.standIn.world.mintPhoneCode(phone) } })
  const ask = (body: object, as = token) => server.send('POST', '/api/me/membership-requests', { token: as, body })
  const decide = (id: string, approve: boolean, as: string) =>
    server.send('POST', `/api/membership-requests/${id}/decision`, { token: as, body: { approve } })
  const waitingIn = async (villageId: string, as: string) =>
    (await server.send('GET', `/api/villages/${villageId}/membership-requests`, { token: as })).as<MembershipRequestsAnswer>().requests

  test('the whole road: asked, seen by the secretary, let in, a villager', async () => {
    await knowPhone('13811112222')
    const asked = await ask({ villageId: 'liushu', name: ' 周小妹 ', note: '赵大山的儿媳' })
    expect(asked.status).toBe(201)
    expect(asked.as<Me>().waitingFor).toEqual({ village: { id: 'liushu', kind: 'village', name: '柳树村' }, since: server.db.clock.at() })

    const secretary = await server.signIn('open-li')
    const [request] = await waitingIn('liushu', secretary)
    expect(request).toMatchObject({ name: '周小妹', maskedPhone: '138****2222', note: '赵大山的儿媳' })
    const decided = await decide(request?.id ?? '', true, secretary)
    expect(decided).toMatchObject({ status: 200 })
    expect(decided.as<MembershipRequestsAnswer>().requests).toEqual([])

    const known = await me()
    expect(known).toMatchObject({ person: { name: '周小妹' }, waitingFor: null, posts: [{ kind: 'resident', village: { id: 'liushu' } }] })
    expect((await server.send('GET', '/api/villages/liushu/directory', { token })).status).toBe(200)
  })

  test('the village’s leads hear of it, and he of the yes; what is decided before it could be told wakes nobody', async () => {
    const told = async () => (await server.db.reads.query<{ person_id: string; kind: string }>(
      'SELECT person_id, kind FROM notices ORDER BY kind, person_id', [],
    )).map(({ person_id: who, kind }) => `${kind} ${who}`)
    await knowPhone('13811112222')
    await ask({ villageId: 'liushu', name: '周小妹' })
    await server.app.workers.outbox.drain()
    expect(await told()).toEqual(['membership-requested chen', 'membership-requested li'])
    const secretary = await server.signIn('open-li')
    await decide((await waitingIn('liushu', secretary))[0]?.id ?? '', true, secretary)

    const other = await server.signIn('another')
    await knowPhone('13811113333', other)
    await ask({ villageId: 'liushu', name: '吴小弟' }, other)
    await decide((await waitingIn('liushu', secretary))[0]?.id ?? '', false, secretary)
    await server.app.workers.outbox.drain()
    const [zhou = { id: '' }] = await server.db.reads.query<{ id: string }>("SELECT id FROM people WHERE name = '周小妹'", [])
    expect(await told()).toEqual([
      `membership-approved ${zhou.id}`, 'membership-requested chen', 'membership-requested li',
    ])
  })

  test('no: nothing changes but the request, and one may ask again', async () => {
    await knowPhone('13811112222')
    await ask({ villageId: 'liushu', name: '周小妹' })
    const director = await server.signIn('open-chen')
    const [request] = await waitingIn('liushu', director)
    await decide(request?.id ?? '', false, director)
    expect(await me()).toMatchObject({ person: null, waitingFor: null, declinedBy: { id: 'liushu' } })
    server.db.clock.advance(1_000)
    const again = (await ask({ villageId: 'taoyuan', name: '周小妹' })).as<Me>()
    expect(again).toMatchObject({ waitingFor: { village: { id: 'taoyuan' } }, declinedBy: null })
  })

  test('a person on the register with that name and number is not made twice', async () => {
    // Two of the family share the number, so the phone alone did not tell.
    await server.db.unitOfWork.run(async (work) => {
      work.insert(personTable, { id: 'wang-he', name: '王河', phone: '13900000001', code: 'P-wang-he', createdAt: 0 })
      work.insert(postTable, postOf('wang-he', 'resident', 'liushu'))
    })
    await knowPhone('13900000001')
    await ask({ villageId: 'liushu', name: '王河' })
    const secretary = await server.signIn('open-li')
    const [request] = await waitingIn('liushu', secretary)
    await decide(request?.id ?? '', true, secretary)
    expect(await me()).toMatchObject({ person: { id: 'wang-he' }, posts: [{ kind: 'resident' }] })
    expect(await server.db.reads.query("SELECT id FROM posts WHERE person_id = 'wang-he'", [])).toHaveLength(1)
  })

  test('bound by an import in the meantime: yes adds no second person', async () => {
    await knowPhone('13811112222')
    await ask({ villageId: 'liushu', name: '周小妹' })
    await server.db.unitOfWork.run(async (work) => work.write("UPDATE accounts SET person_id = 'zhao' WHERE open_id = ?", ['stranger']))
    const secretary = await server.signIn('open-li')
    const [request] = await waitingIn('liushu', secretary)
    await decide(request?.id ?? '', true, secretary)
    expect(await server.db.reads.query('SELECT id FROM people', [])).toHaveLength(10)
    expect((await me()).person?.id).toBe('zhao')
  })

  test('without a number, twice, already somebody, to no village', async () => {
    expect((await ask({ villageId: 'liushu', name: '周' })).code).toBe('identity.phone-missing')
    await knowPhone('13811112222')
    expect((await ask({ villageId: 'qingxi', name: '周' })).code).toBe('identity.village-not-found')
    expect((await ask({ villageId: 'nowhere', name: '周' })).code).toBe('identity.village-not-found')
    expect((await ask({ villageId: 'liushu', name: '  ' })).code).toBe('identity.name-missing')
    await ask({ villageId: 'liushu', name: '周' })
    expect((await ask({ villageId: 'taoyuan', name: '周' })).code).toBe('identity.request-waiting')
    const wang = await server.signIn('open-wang')
    expect((await ask({ villageId: 'liushu', name: '王' }, wang)).code).toBe('identity.already-bound')
  })

  test('two taps at the same instant: one request', async () => {
    await knowPhone('13811112222')
    const answers = await Promise.all([1, 2].map(() => ask({ villageId: 'liushu', name: '周' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test('two cadres decide at the same instant: one decides, the other hears of it', async () => {
    await knowPhone('13811112222')
    await ask({ villageId: 'liushu', name: '周小妹' })
    const [li, chen] = [await server.signIn('open-li'), await server.signIn('open-chen')]
    const [request] = await waitingIn('liushu', li)
    const id = request?.id ?? ''
    const answers = await Promise.all([decide(id, true, li), decide(id, false, chen)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.code).toBe('identity.request-decided')
  })

  test('for everybody else the request does not exist', async () => {
    await knowPhone('13811112222')
    await ask({ villageId: 'liushu', name: '周小妹' })
    const [request] = await waitingIn('liushu', await server.signIn('open-li'))
    const id = request?.id ?? ''
    const otherSecretary = await server.signIn('open-qian')
    expect(await decide(id, true, otherSecretary)).toMatchObject({ status: 404, code: 'identity.request-not-found' })
    expect(await decide('01ARZ3NDEKTSV4RRFFQ69G5FAV', true, otherSecretary)).toMatchObject({ status: 404, code: 'identity.request-not-found' })
    expect(await server.send('GET', '/api/villages/liushu/membership-requests', { token: otherSecretary }))
      .toMatchObject({ status: 404, code: 'identity.village-not-found' })
    for (const who of ['open-he', 'open-sun', 'open-wang']) {
      expect(await decide(id, true, await server.signIn(who))).toMatchObject({ status: 403, code: 'session.forbidden' })
    }
    expect(await decide(id, true, token)).toMatchObject({ status: 403, code: 'session.not-bound' })
  })

  test.each(["Robert'); DROP TABLE people;--", '<script>alert(1)</script>', '👩‍🌾王', '%_\\'])('a name comes back letter for letter: %s', async (name) => {
    await knowPhone('13811112222')
    await ask({ villageId: 'liushu', name, note: name })
    const secretary = await server.signIn('open-li')
    const [request] = await waitingIn('liushu', secretary)
    expect(request).toMatchObject({ name, note: name })
    await decide(request?.id ?? '', true, secretary)
    expect((await me()).person?.name).toBe(name)
  })
})
