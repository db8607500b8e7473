import type { DirectoryAnswer } from '@huiying/shared/identity'
import { DAY_MS, HOUR_MS } from '@huiying/shared/kernel'
import { postOf, viewerOf } from '../../../test/support/small-village'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import { postTable } from '../identity/post.table'
import { SetDuty } from './set-duty'

describe('whom one may @, and who sits today', () => {
  let server: TestApp
  beforeEach(async () => {
    server = await startTestApp()
  })
  afterEach(() => server.stop())

  const directory = async (openId: string, villageId = 'liushu') =>
    server.send('GET', `/api/villages/${villageId}/directory`, { token: await server.signIn(openId) })
  const setDuty = async (openId: string, body: object, villageId = 'liushu') =>
    server.send('PUT', `/api/villages/${villageId}/duty`, { token: await server.signIn(openId), body })
  const onDuty = ({ cadres }: DirectoryAnswer) => cadres.filter((card) => card.onDuty).map(({ personId }) => personId)

  test('cadres with face, post and call button, the weightiest first; residents are none', async () => {
    const answer = (await directory('open-wang')).as<DirectoryAnswer>()
    expect(answer).toMatchObject({ village: { id: 'liushu', name: '柳树村' }, today: '2026-09-14', defaultAddresseeId: 'li' })
    expect(answer.cadres.map(({ personId }) => personId)).toEqual(['li', 'chen', 'zhou', 'he'])
    expect(answer.cadres[0]).toEqual({
      personId: 'li', name: '李建国', posts: [{ kind: 'secretary', charge: null }], phone: '13900000003', onDuty: true,
    })
  })

  test('the sub-district may look, other villages and strangers find nothing', async () => {
    expect((await directory('open-sun')).status).toBe(200)
    expect((await directory('open-wu')).status).toBe(200)
    for (const who of ['open-qian', 'open-tang']) {
      expect(await directory(who)).toMatchObject({ status: 404, code: 'identity.village-not-found' })
    }
    expect(await directory('open-wang', 'taoyuan')).toMatchObject({ status: 404 })
    expect(await directory('open-wang', 'nowhere')).toMatchObject({ status: 404, code: 'identity.village-not-found' })
    expect(await directory('open-sun', 'qingxi')).toMatchObject({ status: 404 })
    expect(await directory('stranger')).toMatchObject({ status: 403, code: 'session.not-bound' })
  })

  test('what one may not see is told in the same words as what is not there', async () => {
    const [hidden, absent] = [await directory('open-wang', 'taoyuan'), await directory('open-wang', 'nowhere')]
    expect(hidden.text).toBe(absent.text)
  })

  test('an ended post gives nothing from that very instant on', async () => {
    const endsAt = server.db.clock.at() + HOUR_MS
    await server.db.unitOfWork.run(async (work) => {
      work.update(postTable, postOf('he', 'grid-worker', 'liushu', 0, endsAt))
      work.update(postTable, postOf('chen', 'director', 'liushu', 0, endsAt))
    })
    server.db.clock.set(endsAt - 1)
    expect((await directory('open-he')).status).toBe(200)
    expect((await setDuty('open-chen', { on: '2026-09-15', personIds: [] })).status).toBe(200)
    server.db.clock.set(endsAt)
    expect((await directory('open-he')).status).toBe(404)
    expect(await setDuty('open-chen', { on: '2026-09-15', personIds: [] })).toMatchObject({ status: 403, code: 'session.forbidden' })
    const cards = (await directory('open-wang')).as<DirectoryAnswer>().cadres
    expect(cards.map(({ personId }) => personId)).toEqual(['li', 'zhou'])
  })

  test('a post that ends while the request waits its turn gives nothing either', async () => {
    const { unitOfWork, database, clock } = server.db
    const endsAt = clock.at() + HOUR_MS
    await unitOfWork.run(async (work) => work.update(postTable, postOf('chen', 'director', 'liushu', 0, endsAt)))
    const chen = await viewerOf(database, 'chen')
    clock.set(endsAt)
    const refused = new SetDuty(unitOfWork, database.ids).execute(chen, 'liushu', '2026-09-15', [])
    await expect(refused).rejects.toThrow('identity.village-not-found')
  })

  test('a post that begins later gives nothing before', async () => {
    const beginsAt = server.db.clock.at() + HOUR_MS
    await server.db.unitOfWork.run(async (work) => work.insert(postTable, postOf('tang', 'leader', 'qingxi', beginsAt)))
    expect((await directory('open-tang')).status).toBe(404)
    server.db.clock.set(beginsAt)
    expect((await directory('open-tang')).status).toBe(200)
  })

  test('the secretary says who sits tomorrow: from midnight to midnight in China', async () => {
    const set = await setDuty('open-li', { on: '2026-09-15', personIds: ['he', 'chen'] })
    expect(onDuty(set.as<DirectoryAnswer>())).toEqual(['chen', 'he'])
    const planned = await server.send('GET', '/api/villages/liushu/directory?on=2026-09-15', { token: await server.signIn('open-li') })
    expect(onDuty(planned.as<DirectoryAnswer>())).toEqual(['chen', 'he'])
    expect(onDuty((await directory('open-li')).as<DirectoryAnswer>())).toEqual(['li'])
    const at = async (instant: string) => {
      server.db.clock.set(instant)
      return onDuty((await directory('open-wang')).as<DirectoryAnswer>())
    }
    expect(await at('2026-09-14T23:59:59.999+08:00')).toEqual(['li'])
    expect(await at('2026-09-15T00:00:00.000+08:00')).toEqual(['chen', 'he'])
    expect(await at('2026-09-15T23:59:59.999+08:00')).toEqual(['chen', 'he'])
    expect(await at('2026-09-16T00:00:00.000+08:00')).toEqual(['li'])
  })

  test('changed for today: at once, and the record says who sat until then', async () => {
    await setDuty('open-li', { on: '2026-09-14', personIds: ['he'] })
    server.db.clock.advance(HOUR_MS)
    expect(onDuty((await setDuty('open-chen', { on: '2026-09-14', personIds: ['chen'] })).as<DirectoryAnswer>())).toEqual(['chen'])
    const rows = await server.db.reads.query<{ person_id: string; from_at: number; to_at: number }>(
      "SELECT person_id, from_at, to_at FROM posts WHERE kind = 'on-duty' ORDER BY from_at", [],
    )
    const now = server.db.clock.at()
    expect(rows).toEqual([
      { person_id: 'he', from_at: now - HOUR_MS, to_at: now },
      { person_id: 'chen', from_at: now, to_at: Date.parse('2026-09-15T00:00:00+08:00') },
    ])
    const facts = await server.db.reads.query<{ by_person: string }>("SELECT by_person FROM journal WHERE type = 'identity.duty-set' ORDER BY id", [])
    expect(facts.map((fact) => fact.by_person)).toEqual(['li', 'chen'])
  })

  test('two leads at the same instant: the later word holds, not both', async () => {
    await Promise.all([
      setDuty('open-li', { on: '2026-09-15', personIds: ['he'] }),
      setDuty('open-chen', { on: '2026-09-15', personIds: ['zhou'] }),
    ])
    server.db.clock.advance(DAY_MS)
    expect(onDuty((await directory('open-wang')).as<DirectoryAnswer>())).toHaveLength(1)
  })

  test.each([
    ['a resident', { on: '2026-09-15', personIds: ['wang'] }, 'identity.duty-not-cadre'],
    ['a cadre of another village', { on: '2026-09-15', personIds: ['qian'] }, 'identity.duty-not-cadre'],
    ['yesterday', { on: '2026-09-13', personIds: ['he'] }, 'identity.date-invalid'],
    ['the 30th of February', { on: '2027-02-30', personIds: ['he'] }, 'identity.date-invalid'],
    ['no list', { on: '2026-09-15', personIds: 'he' }, 'request.invalid'],
    ['a date in words', { on: '明天', personIds: ['he'] }, 'request.invalid'],
  ])('%s is refused, and nothing changes', async (_, body, code) => {
    expect(await setDuty('open-li', body)).toMatchObject({ status: 422, code })
    expect(await server.db.reads.query("SELECT id FROM posts WHERE kind = 'on-duty'", [])).toEqual([])
  })

  test('only the leads of this very village', async () => {
    const body = { on: '2026-09-15', personIds: ['he'] }
    expect(await setDuty('open-qian', body)).toMatchObject({ status: 404, code: 'identity.village-not-found' })
    for (const who of ['open-he', 'open-wang', 'open-sun']) {
      expect(await setDuty(who, body)).toMatchObject({ status: 403, code: 'session.forbidden' })
    }
  })
})
