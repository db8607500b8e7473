import type { DaySheetAnswer } from '@huiying/shared/roster'
import { MINUTE_MS } from '@huiying/shared/kernel'
import { settleRoster, slotOf } from '../../../test/support/duty-roster'
import { serverInHand } from '../../../test/support/server-in-hand'
import { postOf, settlePerson } from '../../../test/support/small-village'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import { noteTable } from './book.table'

describe('the day sheet', () => {
  let server: TestApp
  beforeEach(async () => {
    server = await startTestApp()
  })
  afterEach(() => server.stop())

  const sheet = async (openId: string, query = '') =>
    server.send('GET', `/api/villages/liushu/day-sheet${query}`, { token: await server.signIn(openId) })

  test('fills itself with what he did that day in that village, in order', async () => {
    const { clock, database, unitOfWork } = server.db
    const acting = serverInHand(database, server.weChat.client)
    const at = clock.at()
    await settleRoster(database, [
      slotOf('liushu', ['2026-09-14', 'stationed', 'zhou'], { takenOverAt: at - 10 * MINUTE_MS, isOnSite: true }),
      slotOf('liushu', ['2026-09-16', 'stationed', 'zhou']), slotOf('taoyuan', ['2026-09-14', 'stationed', 'zhou']),
    ])
    const sewer = await acting.submit('wang')
    const lamp = await acting.submit('zhao', { text: '路灯不亮，找13912345678', visibility: 'handlers' })
    await acting.open('zhou', sewer)
    clock.advance(MINUTE_MS)
    await acting.open('zhou', lamp)
    await acting.reply('zhou', sewer, '我叫了人，十点到')
    clock.advance(MINUTE_MS)
    await acting.close('zhou', sewer, '管道疏通好了')
    await acting.reply('li', lamp, '电工下午来')
    clock.advance(MINUTE_MS)
    const token = await server.signIn('open-zhou')
    for (const outcome of ['settled', 'to-meeting']) {
      await server.send('POST', '/api/villages/liushu/book', {
        token, body: { words: `来人：${outcome}`, result: '说了', outcome }, headers: { 'idempotency-key': `book-${outcome}` },
      })
    }
    const note = { villageId: 'liushu', slotId: 'liushu-2026-09-14-stationed', personId: 'zhou', text: '路灯的事请接着问' }
    await unitOfWork.run(async (work) => work.insert(
      noteTable, { ...note, id: 'n1', at: clock.at() + MINUTE_MS }, { ...note, id: 'n2', at: Date.parse('2026-09-15T00:00:00+08:00') },
    ))
    const answer = (await sheet('open-zhou')).as<DaySheetAnswer>()
    expect(answer).toMatchObject({ village: { id: 'liushu' }, on: '2026-09-14', person: { name: '周平', post: 'stationed-cadre' } })
    expect(answer.slots).toEqual([{
      seat: 'stationed', fromAt: Date.parse('2026-09-14T08:30:00+08:00'), toAt: Date.parse('2026-09-14T18:00:00+08:00'),
      takenOverAt: at - 10 * MINUTE_MS, isAbsent: false, isOnSite: true,
    }])
    expect(answer.acts.map(({ kind, words, ticketId }) => [kind, words, ticketId])).toEqual([
      ['took-over', '包村干部', null],
      ['read', '门口下水道堵了，脏水漫到路上了', sewer],
      ['read', '路灯不亮，找139****5678', lamp],
      ['answered', '我叫了人，十点到', sewer],
      ['closed', '管道疏通好了', sewer],
      ['settled', '来人：settled', null],
      ['to-meeting', '来人：to-meeting', null],
      ['note', '路灯的事请接着问', null],
    ])
    expect((await sheet('open-zhou', '?on=2026-09-15')).as<DaySheetAnswer>()).toMatchObject({ slots: [], acts: [{ kind: 'note' }] })
    expect((await sheet('open-zhou')).text).toBe((await sheet('open-zhou')).text)
  })

  test('a shift from evening to evening is on both days\' sheets; who came late reads so', async () => {
    const slot = slotOf('liushu', ['2026-09-14', 'lead', 'li'], { takenOverAt: Date.parse('2026-09-13T18:31:00+08:00') })
    await settleRoster(server.db.database, [slot])
    const before = (await sheet('open-li', '?on=2026-09-13')).as<DaySheetAnswer>()
    expect(before).toMatchObject({ slots: [{ isAbsent: true }], acts: [{ kind: 'took-over', words: '带班，来晚了' }] })
    expect((await sheet('open-li')).as<DaySheetAnswer>()).toMatchObject({ slots: [{ isAbsent: true }], acts: [] })
  })

  test('his own, the leads\', the sub-district\'s; nobody else\'s', async () => {
    await settlePerson(server.db.database, { id: 'lu', name: '陆远' }, postOf('lu', 'stationed-cadre', 'taoyuan'))
    await settleRoster(server.db.database, [
      slotOf('liushu', ['2026-09-14', 'stationed', 'lu']), slotOf('liushu', ['2026-09-14', 'member', 'chen']),
    ])
    const seen = async (openId: string, query = '') => (await sheet(openId, query)).code ?? 'shown'
    expect(await seen('open-lu')).toBe('shown')
    expect(await seen('open-he')).toBe('shown')
    expect(await seen('open-he', '?personId=chen')).toBe('identity.person-not-found')
    expect(await seen('open-li', '?personId=lu')).toBe('shown')
    expect(await seen('open-li', '?personId=zhou')).toBe('shown')
    expect(await seen('open-li', '?personId=wang')).toBe('identity.person-not-found')
    expect(await seen('open-sun', '?personId=chen')).toBe('shown')
    expect(await seen('open-sun', '?personId=zhou')).toBe('identity.person-not-found')
    for (const who of ['open-wang', 'open-qian', 'open-tang']) {
      expect(await seen(who, '?personId=chen')).toBe('identity.village-not-found')
    }
    expect(await seen('open-li', '?on=2026-02-30')).toBe('identity.date-invalid')
  })
})
