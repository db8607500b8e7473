import type { RosterChange, RosterOrderBody, RosterWeekAnswer } from '@huiying/shared/roster'
import { DAY_MS, HOUR_MS } from '@huiying/shared/kernel'
import { settleRoster, slotOf } from '../../../test/support/duty-roster'
import { serverInHand } from '../../../test/support/server-in-hand'
import { postOf, settlePerson } from '../../../test/support/small-village'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import { noticesOf } from '../notifications/notice-list.board'
import { markTable } from './book.table'
import { changeTable } from './month.table'

// Monday, 14 September 2026, 09:00.
describe('the week\'s board', () => {
  let server: TestApp
  beforeEach(async () => {
    server = await startTestApp()
  })
  afterEach(() => server.stop())

  const read = async (openId: string, query = '') =>
    server.send('GET', `/api/roster/week${query}`, { token: await server.signIn(openId) })
  const week = async (query = '') => (await read('open-sun', query)).as<RosterWeekAnswer>()
  const order = async (openId: string, cause: RosterOrderBody['cause'], subjectId: string) =>
    server.send('POST', '/api/roster/orders', { token: await server.signIn(openId), body: { cause, subjectId } })

  async function mark(...villageIds: readonly string[]): Promise<void> {
    await server.db.unitOfWork.run(async (work) => work.insert(
      markTable, ...villageIds.map((villageId) => ({ villageId, mark: 'weak' as const, subDistrictId: 'qingxi', setBy: 'sun', setAt: 0 })),
    ))
  }
  async function settleChiefs(): Promise<void> {
    const leads = (id: string, charge: string) => ({ ...postOf(id, 'leader', 'qingxi'), charge })
    await settlePerson(server.db.database, { id: 'dang', name: '党书记', phone: '13900000021' }, leads('dang', '党工委书记'))
    await settlePerson(server.db.database, { id: 'ban', name: '办主任', phone: '13900000022' }, leads('ban', '办事处主任'))
  }
  async function notices(personId: string): Promise<readonly { readonly title: string; readonly body: string }[]> {
    const hand = serverInHand(server.db.database, server.weChat.client)
    await hand.settle()
    const { rows } = await noticesOf(server.db.reads, await hand.as(personId), server.db.clock.at(), null)
    return rows.map(({ title, body }) => ({ title, body }))
  }

  test('holes that are not over, of published months, from Monday to Sunday', async () => {
    await settleRoster(server.db.database, [
      slotOf('liushu', ['2026-09-13', 'member', null]),
      slotOf('taoyuan', ['2026-09-14', 'lead', null]),
      slotOf('liushu', ['2026-09-14', 'member', null], { toAt: server.db.clock.at(), id: 'filled-just-now' }),
      slotOf('liushu', ['2026-09-14', 'member', 'chen'], { fromAt: server.db.clock.at(), takeOverDueAt: server.db.clock.at() + HOUR_MS }),
      slotOf('liushu', ['2026-09-20', 'member', null]),
      slotOf('liushu', ['2026-09-21', 'member', null]),
      slotOf('liushu', ['2026-09-20', 'lead', null], { publishedAt: null }),
    ])
    const answer = await week()
    expect(answer).toMatchObject({ subDistrict: { id: 'qingxi' }, fromOn: '2026-09-14', toOn: '2026-09-20', status: 'draft', absences: [], holesNextWeek: 1 })
    expect(answer.holes).toEqual([
      { slotId: 'taoyuan-2026-09-14-lead', village: { id: 'taoyuan', kind: 'village', name: '桃园社区' }, on: '2026-09-14', seat: 'lead', person: null, phone: null, dueAt: Date.parse('2026-09-13T18:30:00+08:00'), cameAt: null, orderNumber: null },
      expect.objectContaining({ slotId: 'liushu-2026-09-20-member' }),
    ])
    expect((await week('?from=2026-09-27')).holes.map(({ slotId }) => slotId)).toEqual(['liushu-2026-09-21-member'])
    expect((await week('?from=2026-09-13')).holes).toEqual([])
  })

  test('absences with the number to call, also of who came late; who came in time is none', async () => {
    const at = server.db.clock.at()
    await settleRoster(server.db.database, [
      slotOf('liushu', ['2026-09-14', 'lead', 'li']),
      slotOf('liushu', ['2026-09-14', 'member', 'chen'], { takenOverAt: at - HOUR_MS }),
      slotOf('liushu', ['2026-09-14', 'stationed', 'zhou'], { takeOverDueAt: at }),
      slotOf('taoyuan', ['2026-09-14', 'lead', 'qian'], { takenOverAt: at - 15 * HOUR_MS }),
      slotOf('liushu', ['2026-09-13', 'member', 'chen']),
    ])
    expect((await week()).absences).toMatchObject([
      { slotId: 'liushu-2026-09-14-lead', person: { name: '李建国', post: 'secretary' }, phone: '13900000003', cameAt: null },
      { slotId: 'liushu-2026-09-14-member', person: { name: '陈明' }, cameAt: at - HOUR_MS },
    ])
    // The stationed cadre's half hour ends now, the instant included.
    server.db.clock.advance(1)
    expect((await week()).absences.map(({ slotId }) => slotId)).toContain('liushu-2026-09-14-stationed')
    expect((await week('?from=2026-09-10')).absences.map(({ slotId }) => slotId)).toEqual(['liushu-2026-09-13-member'])
  })

  test('visits owed: the two chiefs and the marked villages', async () => {
    await settleChiefs()
    expect((await week()).visitsOwed).toEqual([])
    await mark('liushu', 'taoyuan')
    await settleRoster(server.db.database, [
      slotOf('liushu', ['2026-09-03', 'leader', 'dang'], { takenOverAt: Date.parse('2026-09-03T08:40:00+08:00') }),
      slotOf('taoyuan', ['2026-09-10', 'leader', 'ban']),
      slotOf('taoyuan', ['2026-09-24', 'leader', 'ban']),
    ])
    expect((await week()).visitsOwed).toEqual([
      { key: 'ban:2026-09', leader: { personId: 'ban', name: '办主任', post: 'leader', charge: '办事处主任' }, village: null, plannedOn: '2026-09-24', orderNumber: null },
      { key: 'taoyuan:2026-09', leader: null, village: { id: 'taoyuan', kind: 'village', name: '桃园社区' }, plannedOn: '2026-09-24', orderNumber: null },
    ])
    expect((await week('?from=2026-08-31')).visitsOwed.map(({ key }) => key)).toEqual(['dang:2026-08', 'ban:2026-08', 'liushu:2026-08', 'taoyuan:2026-08'])
    expect((await week()).status).toBe('published')
    expect((await week('?from=2026-09-29')).status).toBe('draft')
    expect((await week('?from=2026-10-12')).status).toBeNull()
  })

  test('how often what was published has been changed this week', async () => {
    const change = (id: string, at: number, isAfterPublishing = true): RosterChange => ({
      id, subDistrictId: 'qingxi', month: '2026-09', revision: 2, villageId: 'liushu', on: '2026-09-30', seat: 'lead',
      beforeId: 'li', afterId: 'chen', source: 'edited', isAfterPublishing, at, by: 'sun',
    })
    const monday = Date.parse('2026-09-14T00:00:00+08:00')
    await server.db.unitOfWork.run(async (work) => work.insert(
      changeTable, change('a', monday - 1), change('b', monday), change('c', monday + 7 * DAY_MS - 1), change('d', monday + 7 * DAY_MS), change('e', monday, false),
    ))
    expect((await week()).changes).toBe(2)
  })

  test('is for staff and leaders of the sub-district', async () => {
    expect((await read('open-wu')).status).toBe(200)
    for (const who of ['open-li', 'open-wang', 'open-zhou', 'open-tang']) {
      expect(await read(who)).toMatchObject({ status: 403, code: 'session.forbidden' })
      expect(await order(who, 'hole', 'liushu-2026-09-14-member')).toMatchObject({ status: 403, code: 'session.forbidden' })
    }
    expect(await read('open-sun', '?from=2026-02-30')).toMatchObject({ status: 422, code: 'identity.date-invalid' })
  })

  test('an order about a hole and one about an absence: numbered, once each, and heard of', async () => {
    await settleRoster(server.db.database, [
      slotOf('liushu', ['2026-09-14', 'member', null]), slotOf('liushu', ['2026-09-14', 'stationed', 'zhou'], { takeOverDueAt: server.db.clock.at() - 1 }),
    ])
    const answer = await order('open-sun', 'hole', 'liushu-2026-09-14-member')
    expect(answer.status).toBe(201)
    expect(answer.as<RosterWeekAnswer>().holes).toMatchObject([{ orderNumber: '督〔2026〕1号' }])
    expect(await order('open-wu', 'hole', 'liushu-2026-09-14-member')).toMatchObject({ status: 409, code: 'roster.order-issued-already' })
    const second = (await order('open-wu', 'absence', 'liushu-2026-09-14-stationed')).as<RosterWeekAnswer>()
    expect(second.absences).toMatchObject([{ orderNumber: '督〔2026〕2号' }])
    const [hole, absence] = ['督〔2026〕1号 柳树村 9月14日 值班：没人值班', '督〔2026〕2号 柳树村 9月14日 包村干部：周平没有到岗']
    for (const lead of ['li', 'chen']) expect((await notices(lead)).map(({ body }) => body).sort()).toEqual([hole, absence])
    expect(await notices('zhou')).toEqual([{ title: '督办单', body: absence }])
    expect(await notices('sun')).toEqual([])
  })

  test('an order about a visit owed goes to the leader, about a village to its leads', async () => {
    await settleChiefs()
    await mark('liushu')
    await order('open-sun', 'visit-owed', 'ban:2026-09')
    const answer = (await order('open-sun', 'visit-owed', 'liushu:2026-09')).as<RosterWeekAnswer>()
    expect(answer.visitsOwed.map(({ key, orderNumber }) => [key, orderNumber])).toEqual([
      ['dang:2026-09', null], ['ban:2026-09', '督〔2026〕1号'], ['liushu:2026-09', '督〔2026〕2号'],
    ])
    expect(await notices('ban')).toEqual([{ title: '督办单', body: '督〔2026〕1号 9月办主任没有去坐班' }])
    expect(await notices('dang')).toEqual([])
    expect((await notices('li')).map(({ body }) => body)).toEqual(['督〔2026〕2号 柳树村 9月领导没有去坐班'])
  })

  test('a leader orders others, and not himself', async () => {
    await settleChiefs()
    await mark('liushu')
    expect(await order('open-dang', 'visit-owed', 'dang:2026-09')).toMatchObject({ status: 403, code: 'session.forbidden' })
    const answer = (await order('open-dang', 'visit-owed', 'ban:2026-09')).as<RosterWeekAnswer>()
    expect(answer.visitsOwed.map(({ orderNumber }) => orderNumber)).toEqual([null, '督〔2026〕1号', null])
  })

  test('there is no order about what is well, is over, or is another\'s', async () => {
    await settleChiefs()
    await mark('liushu')
    await settleRoster(server.db.database, [
      slotOf('liushu', ['2026-09-13', 'member', null]), slotOf('liushu', ['2026-09-14', 'lead', 'li'], { takenOverAt: 0 }),
      slotOf('liushu', ['2026-09-15', 'lead', null], { publishedAt: null }), slotOf('liushu', ['2026-09-15', 'member', 'li']),
      slotOf('liushu', ['2026-09-16', 'member', null], { subDistrictId: 'far-town' }),
    ])
    const refused: readonly (readonly [RosterOrderBody['cause'], string])[] = [
      ['hole', 'liushu-2026-09-13-member'], ['hole', 'liushu-2026-09-14-lead'], ['hole', 'liushu-2026-09-15-lead'],
      ['hole', 'liushu-2026-09-16-member'], ['absence', 'liushu-2026-09-14-lead'], ['absence', 'liushu-2026-09-15-member'],
      ['absence', 'nothing'], ['visit-owed', 'wu:2026-09'], ['visit-owed', 'ban:2026-10'], ['visit-owed', 'ban'], ['visit-owed', 'taoyuan:2026-09'],
    ]
    for (const [cause, subjectId] of refused) {
      expect([subjectId, (await order('open-sun', cause, subjectId)).code]).toEqual([subjectId, 'roster.trouble-not-found'])
    }
    const [numbers] = await server.db.reads.query<{ n: number }>('SELECT COUNT(*) AS n FROM order_numbers')
    expect(Number(numbers?.n)).toBe(0)
  })
})
