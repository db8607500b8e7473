import type { DirectoryAnswer } from '@huiying/shared/identity'
import { HOUR_MS } from '@huiying/shared/kernel'
import { postOf } from '../../../test/support/small-village'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import { postTable } from '../identity/post.table'

describe('whom one may @, and who sits today', () => {
  let server: TestApp
  beforeEach(async () => {
    server = await startTestApp()
  })
  afterEach(() => server.stop())

  const directory = async (openId: string, villageId = 'liushu') =>
    server.send('GET', `/api/villages/${villageId}/directory`, { token: await server.signIn(openId) })

  test('cadres with face, post and call button, the weightiest first; residents are none', async () => {
    const answer = (await directory('open-wang')).as<DirectoryAnswer>()
    expect(answer).toMatchObject({ village: { id: 'liushu', name: '柳树村' }, today: '2026-09-14', defaultAddresseeId: 'li', hole: null })
    expect(answer.cadres.map(({ personId }) => personId)).toEqual(['li', 'chen', 'zhou', 'he'])
    expect(answer.cadres[0]).toEqual({
      personId: 'li', name: '李建国', posts: [{ kind: 'secretary', charge: null }], phone: '13900000003', onDuty: true,
    })
  })

  test('whoever serves there and answers nobody may be named, and is not called', async () => {
    await server.db.unitOfWork.run(async (work) => work.insert(postTable, postOf('tang', 'supervisor', 'liushu')))
    const { alsoServing, cadres, subDistrictName } = (await directory('open-wang')).as<DirectoryAnswer>()
    expect(alsoServing).toEqual([{ personId: 'tang', name: expect.any(String), posts: [{ kind: 'supervisor', charge: null }] }])
    expect(cadres.some(({ personId }) => personId === 'tang')).toBe(false)
    expect(subDistrictName).toBe('青溪街道')
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
    server.db.clock.set(endsAt)
    expect((await directory('open-he')).status).toBe(404)
    const cards = (await directory('open-wang')).as<DirectoryAnswer>().cadres
    expect(cards.map(({ personId }) => personId)).toEqual(['li', 'zhou'])
  })

  test('a post that begins later gives nothing before', async () => {
    const beginsAt = server.db.clock.at() + HOUR_MS
    await server.db.unitOfWork.run(async (work) => work.insert(postTable, postOf('tang', 'leader', 'qingxi', beginsAt)))
    expect((await directory('open-tang')).status).toBe(404)
    server.db.clock.set(beginsAt)
    expect((await directory('open-tang')).status).toBe(200)
  })
})
