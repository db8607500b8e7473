import type { LeaveAnswer, MyDutyAnswer, PartnersAnswer } from '@huiying/shared/roster'
import { settleRoster, slotOf } from '../../../test/support/duty-roster'
import { postOf } from '../../../test/support/small-village'
import { startTestApp, type TestAnswer, type TestApp } from '../../../test/support/test-app'
import { postTable } from '../identity/post.table'
import { monthTable } from './month.table'

const LEAD_TODAY = 'liushu-2026-09-14-lead'
const LEAD_LATER = 'liushu-2026-09-16-lead'
const CENTRE = { latitude: 26.5, longitude: 106.7 }

describe('one’s own duty over HTTP', () => {
  let server: TestApp
  beforeEach(async () => {
    server = await startTestApp()
    await server.db.unitOfWork.run(async (work) => work.insert(postTable, postOf('zhao', 'committee-member', 'liushu')))
    await settleRoster(server.db.database, [
      slotOf('liushu', ['2026-09-14', 'lead', 'li']), slotOf('liushu', ['2026-09-14', 'member', 'zhao']),
      slotOf('liushu', ['2026-09-15', 'lead', 'chen']), slotOf('liushu', ['2026-09-16', 'lead', 'li']),
    ])
  })
  afterEach(() => server.stop())

  const get = async (openId: string, url: string): Promise<TestAnswer> =>
    server.send('GET', url, { token: await server.signIn(openId) })
  const post = async (openId: string, url: string, body: object = {}, key?: string): Promise<TestAnswer> =>
    server.send('POST', url, {
      token: await server.signIn(openId), body, ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
    })

  test('taken over with a tap; the answer is one’s duty as it is then', async () => {
    const before = (await get('open-li', '/api/roster/mine')).as<MyDutyAnswer>()
    expect(before).toMatchObject({ current: [{ id: LEAD_TODAY, isAbsent: true, mayTakeOver: true, partners: [{ personId: 'zhao' }] }] })
    expect(before.coming.map(({ id }) => id)).toEqual([LEAD_LATER])
    const answer = await post('open-li', `/api/roster/slots/${LEAD_TODAY}/take-over`)
    expect(answer.status).toBe(200)
    expect(answer.as<MyDutyAnswer>().current).toMatchObject([{ takenOverAt: server.db.clock.at(), mayTakeOver: false }])
    const again = { status: 409, code: 'roster.taken-over-already' }
    expect(await post('open-li', `/api/roster/slots/${LEAD_TODAY}/take-over`)).toMatchObject(again)
    expect(await post('open-li', `/api/roster/slots/${LEAD_LATER}/take-over`)).toMatchObject({ status: 409, code: 'roster.too-early' })
    for (const who of ['open-chen', 'open-qian', 'open-sun']) {
      expect(await post(who, `/api/roster/slots/${LEAD_LATER}/take-over`)).toMatchObject({ status: 404, code: 'roster.slot-not-found' })
    }
  })

  test('with a circle in force the place is asked for, compared, and not kept', async () => {
    await server.db.unitOfWork.run(async (work) => {
      const [month] = await work.find(monthTable, {})
      if (month !== undefined) work.update(monthTable, { ...month, terms: { ...month.terms, locationCircleM: 200 } })
    })
    const asksPlace = async () => (await get('open-li', '/api/roster/mine')).as<MyDutyAnswer>().current[0]?.asksPlace
    // A circle without a middle asks nobody where he is.
    expect(await asksPlace()).toBe(false)
    const token = await server.signIn('open-sun')
    const centre = (body: object) => server.send('PUT', '/api/villages/liushu/service-centre', { token, body })
    expect((await centre(CENTRE)).status).toBe(200)
    expect(await asksPlace()).toBe(true)
    await centre({ latitude: null })
    expect(await asksPlace()).toBe(false)
    await centre(CENTRE)
    const far = { latitude: CENTRE.latitude + 0.01, longitude: CENTRE.longitude }
    expect((await post('open-li', `/api/roster/slots/${LEAD_TODAY}/take-over`, far)).status).toBe(200)
    expect((await post('open-zhao', '/api/roster/slots/liushu-2026-09-14-member/take-over', CENTRE)).status).toBe(200)
    const rows = await server.db.reads.query<{ person_id: string; is_on_site: number }>(
      'SELECT person_id, is_on_site FROM duty_slots WHERE taken_over_at IS NOT NULL ORDER BY person_id')
    expect(rows.map((row) => [row.person_id, Number(row.is_on_site)])).toEqual([['li', 0], ['zhao', 1]])
    expect(await post('open-li', `/api/roster/slots/${LEAD_LATER}/take-over`, { latitude: 'here' })).toMatchObject({ status: 422 })
  })

  test('leave: who takes the days is answered with names; whom one may not enter it for is not there', async () => {
    const answer = await post('open-li', '/api/roster/leaves', { fromOn: '2026-09-16', toOn: '2026-09-16' })
    expect(answer.status).toBe(201)
    expect(answer.as<LeaveAnswer>().passed).toMatchObject([{ on: '2026-09-16', villageName: '柳树村', seat: 'lead', to: { name: '陈明' } }])
    const { leaveId } = answer.as<LeaveAnswer>()
    const shown = (await get('open-sun', '/api/roster/mine')).as<MyDutyAnswer>()
    expect(shown.leaves).toMatchObject([{ id: leaveId, person: { personId: 'li' }, fromOn: '2026-09-16' }])
    expect((await get('open-qian', '/api/roster/mine')).as<MyDutyAnswer>().leaves).toEqual([])
    const others = { personId: 'li', fromOn: '2026-09-20', toOn: '2026-09-20' }
    expect(await post('open-qian', '/api/roster/leaves', others)).toMatchObject({ status: 404, code: 'identity.person-not-found' })
    expect(await post('open-qian', `/api/roster/leaves/${leaveId}/cancellation`)).toMatchObject({ status: 404 })
    expect(await post('open-li', '/api/roster/leaves', { fromOn: '2026-09-13', toOn: '2026-09-13' })).toMatchObject({ status: 422, code: 'roster.leave-invalid' })
    expect((await post('open-li', `/api/roster/leaves/${leaveId}/cancellation`)).as<MyDutyAnswer>().leaves).toEqual([])
  })

  test('a swap from the list of partners to the yes', async () => {
    const { partners } = (await get('open-li', `/api/roster/slots/${LEAD_LATER}/partners`)).as<PartnersAnswer>()
    expect(partners).toMatchObject([{ person: { personId: 'chen', name: '陈明' }, slots: [{ on: '2026-09-15', seat: 'lead' }] }])
    const asked = await post('open-li', '/api/roster/swaps', { slotId: LEAD_LATER, toPersonId: 'chen' })
    expect(asked.status).toBe(201)
    const [row] = asked.as<MyDutyAnswer>().asking
    expect(row).toMatchObject({ status: 'asked', to: { personId: 'chen' }, slot: { villageName: '柳树村' }, inReturn: null })
    expect(await post('open-qian', `/api/roster/swaps/${row?.id}/answer`, { accept: true })).toMatchObject({ status: 404, code: 'roster.swap-not-found' })
    expect(await post('open-chen', `/api/roster/swaps/${row?.id}/withdrawal`)).toMatchObject({ status: 404 })
    const accepted = await post('open-chen', `/api/roster/swaps/${row?.id}/answer`, { accept: true })
    expect(accepted.as<MyDutyAnswer>().coming.map(({ id }) => id)).toContain(LEAD_LATER)
    expect(accepted.as<MyDutyAnswer>().asked).toEqual([])
  })

  test('a note for the next, and none from whoever does not sit there', async () => {
    const note = { text: '东头路灯报修了' }
    // The first answer may be lost on the way: sent again, it is the same note.
    for (const _ of [1, 2]) expect((await post('open-li', `/api/roster/slots/${LEAD_TODAY}/notes`, note, 'note-of-li')).status).toBe(201)
    expect(await post('open-li', `/api/roster/slots/${LEAD_TODAY}/notes`, note)).toMatchObject({ status: 400, code: 'request.key-missing' })
    expect(await post('open-chen', `/api/roster/slots/${LEAD_TODAY}/notes`, { text: '?' }, 'note-of-chen')).toMatchObject({ status: 404 })
    server.db.clock.set('2026-09-14T18:10:00+08:00')
    const { notes } = (await get('open-chen', '/api/roster/mine')).as<MyDutyAnswer>().current[0] ?? { notes: [] }
    expect(notes).toHaveLength(1)
    expect(notes).toMatchObject([{ text: '东头路灯报修了', by: { name: '李建国' } }])
  })
})
