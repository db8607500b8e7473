import type { SittingAnswer } from '@huiying/shared/roster'
import { HOUR_MS } from '@huiying/shared/kernel'
import { settleRoster, slotOf } from '../../../test/support/duty-roster'
import { postOf } from '../../../test/support/small-village'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import { personTable } from '../identity/person.table'
import { postTable } from '../identity/post.table'

describe('who sits in the village', () => {
  let server: TestApp
  beforeEach(async () => {
    server = await startTestApp()
  })
  afterEach(() => server.stop())

  const sitting = async (openId: string, villageId = 'liushu') =>
    server.send('GET', `/api/villages/${villageId}/sitting`, { token: await server.signIn(openId) })
  const day = ({ days }: SittingAnswer, on: string) => days.find((one) => one.on === on)

  test('now, with face and number; every day of the month, and its seats in order', async () => {
    await settleRoster(server.db.database, [
      slotOf('liushu', ['2026-09-14', 'member', 'chen'], { takenOverAt: server.db.clock.at() - HOUR_MS * 15 }),
      slotOf('liushu', ['2026-09-14', 'lead', 'li'], { takenOverAt: server.db.clock.at() - HOUR_MS * 15 }),
      slotOf('liushu', ['2026-09-16', 'stationed', 'zhou']),
      slotOf('liushu', ['2026-09-23', 'stationed', 'zhou']),
      slotOf('liushu', ['2026-09-17', 'leader', 'wu']),
      slotOf('liushu', ['2026-09-24', 'leader', 'wu']),
      slotOf('taoyuan', ['2026-09-14', 'lead', 'qian']),
    ])
    const answer = (await sitting('open-wang')).as<SittingAnswer>()
    expect(answer).toMatchObject({ village: { id: 'liushu', name: '柳树村' }, hasRoster: true, isHole: false })
    expect(answer.onDuty.map(({ personId }) => personId)).toEqual(['li', 'chen'])
    expect(answer.days).toHaveLength(30)
    expect(day(answer, '2026-09-14')).toMatchObject({
      kind: 'working-day', name: null,
      seats: [
        { seat: 'lead', person: { name: '李建国', phone: '13900000003', onDuty: true }, isChanged: false, isAbsent: false },
        { seat: 'member', person: { name: '陈明' } },
      ],
    })
    expect(day(answer, '2026-09-15')?.seats).toEqual([])
    expect(day(answer, '2026-09-20')).toMatchObject({ kind: 'working-day', name: '调休上班' })
    expect(answer.nextStationed).toMatchObject({
      on: '2026-09-16', person: { name: '周平', phone: '13900000006', posts: [{ kind: 'stationed-cadre', charge: null }] },
    })
    expect(answer.leaderVisits).toMatchObject([{ on: '2026-09-17', person: { name: '吴立', phone: '13900000008' } }])
  })

  test('from the hour of the change on, the shift that runs is tomorrow\'s', async () => {
    server.db.clock.set('2026-09-14T17:59:59.999+08:00')
    expect((await sitting('open-wang')).as<SittingAnswer>().dutyOn).toBe('2026-09-14')
    server.db.clock.set('2026-09-14T18:00:00+08:00')
    expect((await sitting('open-wang')).as<SittingAnswer>().dutyOn).toBe('2026-09-15')
  })

  test('of the next month the days that are published', async () => {
    await settleRoster(server.db.database, [
      slotOf('liushu', ['2026-09-14', 'member', 'chen']), slotOf('liushu', ['2026-10-01', 'member', 'li']),
    ])
    const answer = (await sitting('open-wang')).as<SittingAnswer>()
    expect(answer.days).toHaveLength(31)
    expect(answer.days.at(-1)).toMatchObject({ on: '2026-10-01', kind: 'public-holiday', name: '国庆节' })
  })

  test('a draft is nobody\'s to see; without a roster the secretary stands in', async () => {
    await settleRoster(server.db.database, [slotOf('liushu', ['2026-09-14', 'member', 'chen'], { publishedAt: null })])
    const answer = (await sitting('open-wang')).as<SittingAnswer>()
    expect(answer).toMatchObject({ hasRoster: false, isHole: false, onDuty: [{ personId: 'li' }], nextStationed: null, leaderVisits: [] })
    expect(answer.days.every(({ seats }) => seats.length === 0)).toBe(true)
  })

  test('what was changed and who was absent is shown, whoever went on stands in the cell', async () => {
    const at = server.db.clock.at()
    await settleRoster(server.db.database, [
      slotOf('liushu', ['2026-09-14', 'lead', 'li'], { toAt: at - HOUR_MS, id: 'until-eight' }),
      slotOf('liushu', ['2026-09-14', 'lead', 'chen'], { fromAt: at - HOUR_MS, takeOverDueAt: at - HOUR_MS / 2, changedAt: at - HOUR_MS }),
      slotOf('liushu', ['2026-09-14', 'member', null]),
    ])
    const answer = (await sitting('open-wang')).as<SittingAnswer>()
    expect(day(answer, '2026-09-14')?.seats).toMatchObject([
      { seat: 'lead', person: { personId: 'chen' }, isChanged: true, isAbsent: true },
      { seat: 'member', person: null, isChanged: false, isAbsent: false },
    ])
    // Neither of the two is there, so the secretary has the duty.
    expect(answer).toMatchObject({ isHole: true, onDuty: [{ personId: 'li' }] })
    const token = await server.signIn('open-wang')
    const home = await server.send('GET', '/api/home', { token })
    expect(home.as<unknown>()).toMatchObject({ onDuty: [{ personId: 'li' }], hole: { standInId: 'li' } })
    const directory = await server.send('GET', '/api/villages/liushu/directory', { token })
    expect(directory.as<unknown>()).toMatchObject({ hole: { standInId: 'li' } })
  })

  test('whoever holds no post any more is named, without a number', async () => {
    const at = server.db.clock.at()
    await server.db.unitOfWork.run(async (work) => {
      work.insert(personTable, { id: 'old', name: '冯旧', phone: '13900000099', code: 'P-old', createdAt: 0 })
      work.insert(postTable, postOf('old', 'committee-member', 'liushu', 0, at - 1))
    })
    await settleRoster(server.db.database, [slotOf('liushu', ['2026-09-10', 'member', 'old'])])
    const answer = (await sitting('open-wang')).as<SittingAnswer>()
    expect(day(answer, '2026-09-10')?.seats[0]?.person).toEqual({ personId: 'old', name: '冯旧', posts: [], phone: null, onDuty: false })
  })

  test('a stationed cadre who comes in a colleague\'s place has face and number, too', async () => {
    await server.db.unitOfWork.run(async (work) => {
      work.insert(personTable, { id: 'lu', name: '陆远', phone: '13900000098', code: 'P-lu', createdAt: 0 })
      work.insert(postTable, postOf('lu', 'stationed-cadre', 'taoyuan'))
    })
    await settleRoster(server.db.database, [slotOf('liushu', ['2026-09-16', 'stationed', 'lu'])])
    const answer = (await sitting('open-wang')).as<SittingAnswer>()
    expect(answer.nextStationed).toMatchObject({ person: { name: '陆远', phone: '13900000098', posts: [{ kind: 'stationed-cadre' }] } })
  })

  test('a year without days off announced breaks no page', async () => {
    server.db.clock.set('2027-01-01T09:00:00+08:00')
    const answer = (await sitting('open-wang')).as<SittingAnswer>()
    expect(answer.days).toHaveLength(31)
    expect(day(answer, '2027-01-01')).toEqual({ on: '2027-01-01', kind: 'working-day', name: null, seats: [] })
  })

  test('other villages and strangers find nothing; the sub-district may look', async () => {
    expect((await sitting('open-sun')).status).toBe(200)
    expect((await sitting('open-he')).status).toBe(200)
    for (const who of ['open-qian', 'open-tang']) {
      expect(await sitting(who)).toMatchObject({ status: 404, code: 'identity.village-not-found' })
    }
    expect(await sitting('open-wang', 'taoyuan')).toMatchObject({ status: 404 })
    expect(await sitting('open-sun', 'qingxi')).toMatchObject({ status: 404 })
    expect(await sitting('stranger')).toMatchObject({ status: 403, code: 'session.not-bound' })
  })
})
