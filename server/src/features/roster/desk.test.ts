import type { BookAnswer, BookBody } from '@huiying/shared/roster'
import { HOUR_MS } from '@huiying/shared/kernel'
import { settleRoster, slotOf } from '../../../test/support/duty-roster'
import { serverInHand } from '../../../test/support/server-in-hand'
import { postOf, settlePerson } from '../../../test/support/small-village'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import { journalTable } from '../../platform/journal/journal.table'

const LINE: BookBody = { words: '王大爷问低保，电话13912345678', result: '当场教他填了表', outcome: 'settled' }

describe('the book of what was settled on the spot', () => {
  let server: TestApp
  beforeEach(async () => {
    server = await startTestApp()
  })
  afterEach(() => server.stop())

  const read = async (openId: string, query = '') =>
    server.send('GET', `/api/villages/liushu/book${query}`, { token: await server.signIn(openId) })
  let written = 0
  const write = async (openId: string, line: Partial<BookBody> = {}, key = `line-of-book-${(written += 1)}`) =>
    server.send('POST', '/api/villages/liushu/book', {
      token: await server.signIn(openId), body: { ...LINE, ...line }, headers: { 'idempotency-key': key },
    })
  const hand = () => serverInHand(server.db.database, server.weChat.client)

  test('a cadre who sits writes a line; numbers in it are masked', async () => {
    await settleRoster(server.db.database, [slotOf('liushu', ['2026-09-14', 'stationed', 'zhou'])])
    const answer = await write('open-zhou')
    expect(answer.status).toBe(201)
    expect(answer.as<BookAnswer>()).toMatchObject({
      village: { id: 'liushu' }, month: '2026-09', settled: 1, toMeeting: 0, mayWrite: true,
      rows: [{
        on: '2026-09-14', person: { name: '周平', post: 'stationed-cadre' }, seat: 'stationed', words: '王大爷问低保，电话139****5678',
        result: '当场教他填了表', outcome: 'settled', ticketId: null,
      }],
    })
    const facts = await server.db.unitOfWork.run((work) => work.find(journalTable, { type: 'roster.book-written' }))
    expect(facts).toMatchObject([{ byPerson: 'zhou', subjectId: 'liushu' }])
  })

  test('a line that is sent again, since no answer came, stands there once; without a key none is taken', async () => {
    for (const _ of [1, 2]) expect((await write('open-li', {}, 'one-and-the-same')).as<BookAnswer>().rows).toHaveLength(1)
    expect(await write('open-li', { words: '别的事' }, 'one-and-the-same')).toMatchObject({ status: 409, code: 'request.key-reused' })
    const token = await server.signIn('open-li')
    expect(await server.send('POST', '/api/villages/liushu/book', { token, body: LINE })).toMatchObject({ status: 400, code: 'request.key-missing' })
    expect((await read('open-li')).as<BookAnswer>().settled).toBe(1)
  })

  test('newest first; another month is another page', async () => {
    await write('open-li', { words: '先来的' })
    server.db.clock.advance(HOUR_MS)
    await write('open-chen', { words: '后来的', result: '', outcome: 'to-meeting' })
    const september = (await read('open-li')).as<BookAnswer>()
    expect(september.rows.map(({ words, seat }) => [words, seat])).toEqual([['后来的', null], ['先来的', null]])
    expect(september).toMatchObject({ settled: 1, toMeeting: 1 })
    expect((await read('open-li', '?month=2026-08')).as<BookAnswer>()).toMatchObject({ month: '2026-08', rows: [] })
    expect(await read('open-li', '?month=2026-13')).toMatchObject({ status: 422, code: 'roster.month-invalid' })
  })

  test('a grievance closed as settled while his slot ran stands in it, once; others do not', async () => {
    const { clock } = server.db
    const at = clock.at()
    await settleRoster(server.db.database, [
      slotOf('liushu', ['2026-09-14', 'lead', 'li']),
      slotOf('liushu', ['2026-09-14', 'stationed', 'li'], { id: 'also-there' }),
      slotOf('liushu', ['2026-09-15', 'member', 'li'], { publishedAt: null }),
      slotOf('taoyuan', ['2026-09-14', 'lead', 'chen']),
    ])
    const acting = hand()
    const [sewer, elsewhere, secret, rejected] = [
      await acting.submit('wang'), await acting.submit('wang'),
      await acting.submit('wang', { visibility: 'handlers', text: '我的卡号6222021234567890123被扣了钱' }), await acting.submit('wang'),
    ]
    await acting.close('li', sewer, '管道疏通好了，打13900001111可以问')
    await acting.close('chen', elsewhere, '我看过了，已经修好了')
    await acting.close('li', secret, '钱已经退回去了')
    await acting.close('li', rejected, '管道疏通好了')
    await acting.reject('wang', rejected, '没修好')
    const answer = (await read('open-li')).as<BookAnswer>()
    expect(answer.rows.map(({ ticketId }) => ticketId).sort()).toEqual([sewer, secret].sort())
    expect(answer.rows.find(({ ticketId }) => ticketId === sewer)).toMatchObject({
      at, on: '2026-09-14', seat: 'lead', person: { personId: 'li' }, outcome: 'settled',
      words: '门口下水道堵了，脏水漫到路上了', result: '管道疏通好了，打139****1111可以问',
    })
    expect(answer.rows.find(({ ticketId }) => ticketId === secret)?.words).toBe('我的卡号6222****0123被扣了钱')
    // 18:00:00.000 belongs to the next shift, of which only a draft is known.
    const late = await acting.submit('wang')
    clock.set('2026-09-14T18:00:00+08:00')
    await acting.close('li', late, '晚上修好了管道')
    expect((await read('open-li')).as<BookAnswer>().settled).toBe(2)
  })

  test('what the sub-district took up after two rejections went to the meeting', async () => {
    const acting = hand()
    const ticketId = await acting.submit('wang')
    for (const round of ['第一次修好了', '第二次修好了']) {
      await acting.close('li', ticketId, round)
      server.db.clock.advance(HOUR_MS)
      await acting.reject('wang', ticketId, '还是堵')
    }
    const answer = (await read('open-sun')).as<BookAnswer>()
    expect(answer).toMatchObject({ settled: 0, toMeeting: 1, mayWrite: false })
    expect(answer.rows).toMatchObject([{ outcome: 'to-meeting', ticketId, person: null, at: server.db.clock.at() }])
  })

  test('is refused without words, with too many, and to whoever has no business there', async () => {
    expect(await write('open-li', { words: ' ' })).toMatchObject({ status: 422, code: 'roster.note-missing' })
    expect(await write('open-li', { result: '字'.repeat(501) })).toMatchObject({ status: 422, code: 'roster.text-too-long' })
    expect(await write('open-li', { outcome: 'explained' as 'settled' })).toMatchObject({ status: 422, code: 'request.invalid' })
    for (const who of ['open-wang', 'open-qian', 'open-tang']) {
      expect(await write(who)).toMatchObject({ status: 404, code: 'identity.village-not-found' })
      expect(await read(who)).toMatchObject({ status: 404, code: 'identity.village-not-found' })
    }
    expect(await read('open-wu')).toMatchObject({ status: 200 })
    expect(await write('open-wu')).toMatchObject({ status: 403, code: 'roster.not-sitting' })
  })

  test('a leader writes on the day he sits there; a colleague from another village, too, and sees the grievances while he sits', async () => {
    await settlePerson(server.db.database, { id: 'lu', name: '陆远' }, postOf('lu', 'stationed-cadre', 'taoyuan'))
    await settleRoster(server.db.database, [
      slotOf('liushu', ['2026-09-14', 'leader', 'wu']), slotOf('liushu', ['2026-09-14', 'stationed', 'lu']),
      slotOf('liushu', ['2026-09-14', 'lead', 'li']),
    ])
    const acting = hand()
    const closedId = await acting.submit('wang')
    await acting.close('li', closedId, '管道疏通好了')
    expect((await write('open-wu')).as<BookAnswer>()).toMatchObject({ settled: 2, rows: [{}, {}] })
    const asVisitor = (await write('open-lu')).as<BookAnswer>()
    expect(asVisitor).toMatchObject({ settled: 3, mayWrite: true })
    expect(asVisitor.rows.map(({ ticketId }) => ticketId).filter((id) => id !== null)).toEqual([closedId])
    server.db.clock.set('2026-09-14T18:00:00+08:00')
    const afterwards = (await read('open-lu')).as<BookAnswer>()
    expect(afterwards).toMatchObject({ settled: 2, mayWrite: true })
    expect(afterwards.rows.map(({ ticketId, seat }) => [ticketId, seat])).toEqual([[null, 'stationed'], [null, 'leader']])
    server.db.clock.set('2026-09-15T09:00:00+08:00')
    expect(await read('open-lu')).toMatchObject({ status: 404 })
    expect(await write('open-wu')).toMatchObject({ status: 403 })
  })
})
