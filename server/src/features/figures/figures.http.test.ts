import type { FiguresAnswer, FigureTicketsAnswer, Measure } from '@huiying/shared/figures'
import { CLASSES_OF, MEASURES, noCounts, raisedIn, responseRate, settlementRate } from '@huiying/shared/figures'
import type { SeatedPost } from '@huiying/shared/identity'
import { HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { serverInHand, type ServerInHand } from '../../../test/support/server-in-hand'
import { postOf, settlePerson } from '../../../test/support/small-village'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import { readWorkbook } from '../../platform/workbook/read-workbook'
import { unitTable } from '../villages/unit.table'
import { callbackTable } from './callback.table'

const PERIOD = 'fromOn=2026-09-14&toOn=2026-09-20'
/** A Monday. */
const NINE = Date.parse('2026-09-14T09:00:00+08:00')

describe('the figures, over HTTP', () => {
  let server: TestApp
  let people: ServerInHand
  beforeEach(async () => {
    server = await startTestApp()
    server.db.clock.set(NINE)
    people = serverInHand(server.db.database, server.weChat.client)
    const { database } = server.db
    await database.unitOfWork.run(async (work) => {
      work.insert(unitTable, { id: 'beishan', kind: 'sub-district', name: '北山镇', parentId: 'yunling', code: 'S2' })
    })
    const north: SeatedPost = { ...postOf('bei', 'staff', 'beishan'), subDistrictId: 'beishan' }
    await settlePerson(database, { id: 'bei', name: '北办事员' }, north)
  })
  afterEach(() => server.stop())

  const ask = async (who: string, path: string) => server.send('GET', path, { token: await server.signIn(`open-${who}`) })
  const figures = async (who = 'sun') => (await ask(who, `/api/figures?${PERIOD}`)).as<FiguresAnswer>()
  const listed = async (measure: Measure, inClass: string, more = '', who = 'sun') => {
    const path = `/api/figures/tickets?${PERIOD}&measure=${measure}&class=${inClass}${more}`
    return (await ask(who, path)).as<FigureTicketsAnswer>()
  }
  const wait = (ms: number): void => server.db.clock.set(server.db.clock.at() + ms)
  const set = (sql: string, ...params: (string | number)[]) =>
    server.db.unitOfWork.run(async (work) => work.write(sql, params))

  /** One of each fate; answers their ids. */
  async function oneOfEach() {
    const raise = (text: string) => people.submit('wang', { text })
    const well = await raise('一组路灯不亮')
    const late = await raise('二组路灯不亮')
    const rejected = await raise('三组路灯不亮')
    const explained = await raise('四组路灯不亮')
    const silent = await raise('五组路灯不亮')
    const taken = await raise('六组路灯不亮')
    wait(10 * MINUTE_MS)
    for (const id of [well, rejected, explained]) await people.reply('li', id, '明天上午电工来换灯泡')
    await people.withdraw('wang', taken)
    wait(HOUR_MS)
    await people.reply('li', late, '明天上午电工来换灯泡')
    await people.close('li', well, '灯泡换好了，亮了')
    await people.close('li', rejected, '灯泡换好了，亮了')
    await people.close('li', explained, '这盏灯是公路局的，已经告诉他们')
    await set("UPDATE ticket_cycles SET outcome = 'explained' WHERE ticket_id = ?", explained)
    await people.rate('wang', well)
    await people.reject('wang', rejected, '还是不亮')
    return { well, late, rejected, explained, silent, taken }
  }

  test('everything raised stands somewhere, and every number leads to its tickets', async () => {
    const ids = await oneOfEach()
    wait(30 * HOUR_MS)
    const { total, units } = await figures()
    expect(total.state).toEqual({ ...noCounts('state'), settled: 1, explained: 1, 'open-late': 3, withdrawn: 1 })
    expect(raisedIn(total.state)).toBe(6)
    expect(total.response).toEqual({ ...noCounts('response'), met: 3, late: 1, 'open-late': 1, withdrawn: 1 })
    expect(responseRate(total.response)).toEqual({ good: 3, of: 5 })
    // The rejected one is counted twice: its first round was rejected, its second is open past due.
    expect(total.closure).toEqual({
      ...noCounts('closure'), met: 1, rejected: 1, explained: 1, 'open-late': 3, withdrawn: 1,
    })
    expect(settlementRate(total.closure)).toEqual({ good: 1, of: 5 })
    expect(total.satisfaction).toMatchObject({ satisfied: 1, rejected: 1, open: 3, waiting: 1 })
    expect(units.map(({ unit, figures: own }) => [unit.name, raisedIn(own.state)])).toEqual([['柳树村', 6], ['桃园社区', 0]])

    const rows = await listed('response', 'late')
    expect(rows.rows.map((row) => [row.ticketId, (row.doneAt ?? 0) > row.dueAt])).toEqual([[ids.late, true]])
    expect((await listed('closure', 'open-late')).rows.map(({ ticketId, cycle }) => [ticketId, cycle]))
      .toEqual([[ids.silent, 1], [ids.rejected, 2], [ids.late, 1]])
    expect((await listed('closure', 'open-late', '&unitId=taoyuan')).rows).toEqual([])
    for (const measure of MEASURES) {
      for (const one of CLASSES_OF[measure]) {
        const { count, rows: found } = await listed(measure, one)
        expect([measure, one, count, found.length]).toEqual([measure, one, (total[measure] as never)[one], count])
      }
    }
  })

  test('a late act is late though no timer ran; at the due instant it is met', async () => {
    const [onTime, over] = [await people.submit('wang'), await people.submit('wang')]
    wait(HOUR_MS)
    await people.reply('li', onTime, '李师傅今天下午四点来通')
    wait(1)
    await people.reply('li', over, '李师傅今天下午四点来通')
    expect((await figures()).total.response).toMatchObject({ met: 1, late: 1 })
    wait(23 * HOUR_MS - 1)
    await people.close('li', onTime, '通好了，不漫水了')
    expect((await figures()).total).toMatchObject({ closure: { met: 1, late: 0 }, state: { open: 1, 'open-late': 0 } })
    wait(1)
    await people.close('li', over, '通好了，不漫水了')
    expect((await figures()).total.closure).toMatchObject({ met: 1, late: 1 })
  })

  test('what is taken back after it was late stays late; a call counts for the round it was about', async () => {
    const [taken, twice] = [await people.submit('wang'), await people.submit('zhao')]
    await people.close('li', twice, '通好了，不漫水了')
    await server.db.unitOfWork.run(async (work) => work.insert(callbackTable, {
      ticketId: twice, subDistrictId: 'qingxi', drawnAt: work.now, missedCalls: 0, result: 'spoke', endedAt: work.now,
      calledBy: 'sun', cycle: 1, isAnswered: true, isSettled: false, words: null, version: 1,
    }))
    expect((await figures()).total.closure).toMatchObject({ contradicted: 1, met: 0 })
    await people.reject('zhao', twice, '又堵上了')
    await people.close('li', twice, '换了管子，通了')
    wait(25 * HOUR_MS)
    await people.withdraw('wang', taken)
    const { response, closure } = (await figures()).total
    expect([response.late, response.withdrawn]).toEqual([1, 0])
    expect(closure).toEqual({ ...noCounts('closure'), rejected: 1, met: 1, late: 1 })
  })

  test('what is open from before the period is beside it, however old', async () => {
    await people.submit('wang')
    wait(8 * 24 * HOUR_MS)
    const next = (await ask('sun', '/api/figures')).as<FiguresAnswer>()
    expect(next).toMatchObject({ fromOn: '2026-09-21', toOn: '2026-09-22', older: { open: 0, 'open-late': 1 } })
    expect(raisedIn(next.total.state)).toBe(0)
    const rows = (await ask('sun', '/api/figures/tickets?measure=state&class=open-late&isOlder=1')).as<FigureTicketsAnswer>()
    expect(rows.count).toBe(1)
  })

  test('merged ones are counted once, apart', async () => {
    const [main, other] = [await people.submit('wang'), await people.submit('zhao')]
    await set('UPDATE tickets SET merged_into_id = ? WHERE id = ?', main, other)
    wait(2 * HOUR_MS)
    const { total } = await figures()
    expect(total.response).toEqual({ ...noCounts('response'), 'open-late': 1, merged: 1 })
    expect(total.state).toMatchObject({ open: 0, 'open-late': 1, merged: 1 })
  })

  test('what is confidential is in no village’s figures, and only in those of whoever may know', async () => {
    const hidden = await people.submit('wang')
    const aboutStaff = await people.submit('wang')
    const hide = "UPDATE tickets SET visibility = 'confidential', holder_unit_id = 'qingxi', about = ? WHERE id = ?"
    await set(hide, 'village-cadre', hidden)
    await set(hide, 'staff', aboutStaff)
    await people.submit('wang')
    const raised = async (who: string) =>
      (await figures(who)).units.map(({ unit, figures: own }) => [unit.id, raisedIn(own.state)])
    expect(await raised('sun')).toEqual([['liushu', 1], ['taoyuan', 0], ['qingxi', 1]])
    expect(await raised('wu')).toEqual([['liushu', 1], ['taoyuan', 0], ['qingxi', 2]])
    const inList = async (who: string, more = '') =>
      (await listed('state', 'open', more, who)).rows.map(({ ticketId }) => ticketId)
    expect(await inList('sun')).not.toContain(aboutStaff)
    expect(await inList('sun', '&unitId=qingxi')).toEqual([hidden])
    expect((await inList('wu', '&unitId=qingxi')).sort()).toEqual([hidden, aboutStaff].sort())
    expect(await inList('wu', '&unitId=liushu')).toHaveLength(1)
  })

  test('what a resident denies when he is called back counts as missed', async () => {
    const { well } = await oneOfEach()
    await server.db.unitOfWork.run(async (work) => {
      work.insert(callbackTable, {
        ticketId: well, subDistrictId: 'qingxi', drawnAt: 0, missedCalls: 0, result: 'spoke', endedAt: work.now,
        calledBy: 'sun', cycle: 1, isAnswered: true, isSettled: false, words: '又灭了', version: 1,
      })
    })
    const { total } = await figures()
    expect(total.closure).toMatchObject({ met: 0, contradicted: 1 })
    expect(total.response).toMatchObject({ met: 3, contradicted: 0 })
    expect(total.callback).toEqual({ ...noCounts('callback'), denied: 1 })
    expect((await listed('closure', 'contradicted')).rows).toEqual([
      expect.objectContaining({ ticketId: well, callback: expect.objectContaining({ isSettled: false, words: '又灭了' }) }),
    ])
  })

  test('another sub-district has its own; a village, the county and whoever asks for nonsense have none', async () => {
    await oneOfEach()
    const north = await ask('bei', `/api/figures?${PERIOD}`)
    expect(raisedIn(north.as<FiguresAnswer>().total.state)).toBe(0)
    expect(north.text).not.toContain('柳树')
    for (const who of ['wang', 'li', 'chen', 'zhou']) expect(await ask(who, '/api/figures')).toMatchObject({ status: 403 })
    expect(await ask('tang', '/api/figures')).toMatchObject({ status: 404, code: 'request.not-found' })
    expect(await ask('bei', '/api/figures/tickets?measure=state&class=open&unitId=liushu')).toMatchObject({ status: 404 })
    expect(await ask('sun', '/api/figures/tickets?measure=state&class=constructor')).toMatchObject({ status: 404 })
    expect(await ask('sun', '/api/figures?fromOn=2026-09-20&toOn=2026-09-14')).toMatchObject({ status: 422, code: 'figures.period-invalid' })
  })

  test('pages of a long list follow each other without a gap', async () => {
    for (let at = 0; at < 53; at += 1) await people.submit('wang', { text: `第${at}盏灯不亮` })
    const first = await listed('state', 'open')
    expect([first.count, first.rows.length]).toEqual([53, 50])
    const second = await listed('state', 'open', `&cursor=${first.nextCursor}`)
    expect([second.rows.length, second.nextCursor]).toEqual([3, null])
    expect(new Set([...first.rows, ...second.rows].map(({ ticketId }) => ticketId)).size).toBe(53)
  })

  test('no person is named, in the answer as in the workbook', async () => {
    await oneOfEach()
    const [answer, workbook] = await Promise.all([
      ask('sun', `/api/figures?${PERIOD}`), workbookOf(`/api/figures/workbook?${PERIOD}`),
    ])
    const people = await server.db.reads.query<{ name: string; phone: string | null }>('SELECT name, phone FROM people')
    const sheets = await readWorkbook(workbook)
    const written = JSON.stringify(sheets)
    expect(written).toContain('柳树村')
    expect(written).toContain('3/5')
    for (const { name, phone } of people) {
      for (const text of [answer.text, written]) {
        expect(text).not.toContain(name)
        if (phone !== null) expect(text).not.toContain(phone)
      }
    }
    expect(people.length).toBeGreaterThan(9)
  })

  test('the workbook answers four questions first, each share with what it is out of', async () => {
    await oneOfEach()
    const { total } = await figures()
    const [whole, villages] = await readWorkbook(await workbookOf(`/api/figures/workbook?${PERIOD}`))
    const answerTo = (title: string) => whole?.rows[whole.rows.findIndex(([first]) => first === title) + 1]
    const { good, of } = settlementRate(total.closure)
    expect(answerTo('说了多少')).toEqual(expect.arrayContaining([`${raisedIn(total.state)} 件`]))
    expect(answerTo('办成了多少')).toEqual([`该办完的 ${of} 次里，按时解决 ${good} 次`, `${good}/${of}`, good, of])
    expect(whole?.rows.filter(([first]) => first === '办结率' || first === '回应率')).toEqual([
      expect.arrayContaining(['回应率', '件数']), expect.arrayContaining(['办结率', '次数']),
    ])
    expect(villages?.rows[0]?.filter((cell) => cell !== null && cell !== '')).toEqual([
      '说了多少', '办成了多少', '还没办完', '另外', '回应率', '办结率', '满意率',
    ])
    expect(villages?.rows[1]).toHaveLength(18)
    expect(villages?.rows.at(-1)?.slice(0, 2)).toEqual(['合计', raisedIn(total.state)])
  })

  async function workbookOf(url: string): Promise<Buffer> {
    const headers = { authorization: `Bearer ${await server.signIn('open-sun')}` }
    const answer = await server.app.nest.inject({ method: 'GET', url, headers })
    expect(answer.statusCode).toBe(200)
    return answer.rawPayload
  }
})
