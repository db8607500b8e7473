import type { CallbacksAnswer, FiguresAnswer } from '@huiying/shared/figures'
import { HOUR_MS } from '@huiying/shared/kernel'
import type { TicketView } from '@huiying/shared/tickets'
import { serverInHand, type ServerInHand } from '../../../test/support/server-in-hand'
import { startTestApp, type TestAnswer, type TestApp } from '../../../test/support/test-app'
import { callbackPolicyTable, callbackSeedTable, callbackTable } from './callback.table'
import { fractionOf } from './draw-callback'

describe('calling back those who were drawn, over HTTP', () => {
  let server: TestApp
  let people: ServerInHand
  beforeEach(async () => {
    server = await startTestApp()
    server.db.clock.set('2026-09-14T09:00:00+08:00')
    people = serverInHand(server.db.database, server.weChat.client)
  })
  afterEach(() => server.stop())

  const send = async (who: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<TestAnswer> =>
    server.send(method, path, {
      token: await server.signIn(`open-${who}`),
      ...(body === undefined ? {} : { body, headers: { 'idempotency-key': server.app.platform.ids.next() } }),
    })
  const waiting = async (who = 'sun') => (await send(who, 'GET', '/api/callbacks')).as<CallbacksAnswer>()
  const call = (who: string, ticketId: string, body: object) => send(who, 'POST', `/api/callbacks/${ticketId}/calls`, body)
  const drawn = () => server.db.unitOfWork.run((work) => work.find(callbackTable, {}, { orderBy: { ticketId: 'asc' } }))
  const drawAll = (sharePermille = 1_000) => server.db.unitOfWork.run(async (work) =>
    work.insert(callbackPolicyTable, { subDistrictId: 'qingxi', version: 1, firstOn: '2026-01-01', sharePermille }))

  async function closedTicket(by = 'li'): Promise<string> {
    const id = await people.submit('wang')
    await people.outbox.drain()
    await people.reply(by, id, '李师傅今天下午四点来通')
    await people.close(by, id, '通好了，水下去了')
    return id
  }

  test('the draw is made when it is raised, from a secret seed and the id alone, and kept', async () => {
    await drawAll(300)
    const ids: string[] = []
    for (let at = 0; at < 60; at += 1) ids.push(await people.submit('wang'))
    await people.outbox.drain()
    const [seed] = await server.db.unitOfWork.run((work) => work.find(callbackSeedTable, {}))
    const expected = ids.filter((id) => fractionOf(seed?.seed ?? '', id) < 0.3)
    const rows = await drawn()
    expect(rows.map(({ ticketId }) => ticketId)).toEqual([...expected].sort())
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.length).toBeLessThan(40)
    expect(rows.every(({ drawnAt }) => drawnAt === Date.parse('2026-09-14T09:00:00+08:00'))).toBe(true)
    expect(seed?.seed.length).toBeGreaterThan(40)
  })

  test('nobody is told who was drawn until it is closed', async () => {
    await drawAll()
    const id = await people.submit('wang')
    await people.outbox.drain()
    expect(await drawn()).toHaveLength(1)
    expect(await waiting()).toMatchObject({ count: 0, rows: [] })
    expect((await send('sun', 'GET', '/api/figures')).as<FiguresAnswer>().total.callback['to-call']).toBe(0)
    expect(await call('sun', id, { how: 'declined' })).toMatchObject({ status: 404, code: 'figures.callback-not-found' })
    await people.reply('li', id, '李师傅今天下午四点来通')
    await people.close('li', id, '通好了，水下去了')
    expect(await waiting()).toMatchObject({ count: 1, rows: [{ ticketId: id, personName: '王桂花', missedCalls: 0 }] })
    expect((await send('sun', 'GET', '/api/figures')).as<FiguresAnswer>().total.callback['to-call']).toBe(1)
  })

  test('the number is shown on record, the reporter sees who looked; the words stay with the sub-district', async () => {
    await drawAll()
    const id = await closedTicket()
    expect((await send('sun', 'POST', `/api/callbacks/${id}/phone`, {})).as<{ phone: string }>().phone).toBe('13900000001')
    const view = await send('wang', 'GET', `/api/tickets/${id}`)
    expect(view.as<TicketView>().timeline.filter(({ who }) => who?.name === '孙静').map(({ type }) => type))
      .toEqual(['ticket.phone-viewed'])
    const said = { how: 'spoke', isAnswered: true, isSettled: false, words: '他们说不办就算了，我怕得罪人' }
    expect(await call('sun', id, said)).toMatchObject({ status: 201 })
    expect(await waiting()).toMatchObject({ count: 0 })
    expect((await send('sun', 'GET', '/api/figures')).as<FiguresAnswer>().total.closure).toMatchObject({ met: 0, contradicted: 1 })
    for (const who of ['li', 'chen', 'zhou', 'zhao']) {
      expect((await send(who, 'GET', `/api/tickets/${id}`)).text).not.toMatch(/得罪|called-back|figures/)
    }
  })

  test('a call is said once; two colleagues at the same time, and the second is told', async () => {
    await drawAll()
    const id = await closedTicket()
    const answers = await Promise.all(['sun', 'wu'].map((who) => call(who, id, { how: 'declined' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await call('sun', id, { how: 'spoke', isAnswered: true, isSettled: true })).toMatchObject({ code: 'figures.callback-over' })
    expect(await call('sun', id, { how: 'spoke' })).toMatchObject({ status: 422, code: 'figures.answer-missing' })
  })

  test('who answered it is shown that a colleague has to call', async () => {
    await drawAll()
    const id = await closedTicket('sun')
    expect((await waiting()).rows).toMatchObject([{ ticketId: id, isOwnWork: true }])
    expect((await waiting('wu')).rows).toMatchObject([{ isOwnWork: false }])
    expect(await send('sun', 'POST', `/api/callbacks/${id}/phone`, {})).toMatchObject({ status: 403, code: 'figures.own-work' })
    expect(await call('sun', id, { how: 'no-answer' })).toMatchObject({ status: 403 })
  })

  test('of what is about staff the staff hears nothing here either', async () => {
    await drawAll()
    const id = await closedTicket()
    await server.db.unitOfWork.run(async (work) => work.write(
      "UPDATE tickets SET visibility = 'confidential', holder_unit_id = 'qingxi', about = 'staff' WHERE id = ?", [id],
    ))
    expect(await waiting()).toMatchObject({ count: 0, rows: [] })
    expect(await waiting('wu')).toMatchObject({ count: 1 })
    expect(await send('sun', 'POST', `/api/callbacks/${id}/phone`, {})).toMatchObject({ status: 404 })
  })

  test('the share is staff’s to set, from tomorrow on; villages never see the list', async () => {
    expect(await waiting()).toMatchObject({ sharePermille: 100, nextSharePermille: 100, mayChange: true })
    expect((await send('sun', 'PUT', '/api/callbacks/policy', { sharePermille: 250 })).as<CallbacksAnswer>())
      .toMatchObject({ sharePermille: 100, nextSharePermille: 250 })
    server.db.clock.set(server.db.clock.at() + 24 * HOUR_MS)
    expect(await waiting('wu')).toMatchObject({ sharePermille: 250, mayChange: false })
    expect(await send('sun', 'PUT', '/api/callbacks/policy', { sharePermille: 2_000 })).toMatchObject({ code: 'figures.share-invalid' })
    expect(await send('wu', 'PUT', '/api/callbacks/policy', { sharePermille: 250 })).toMatchObject({ status: 403 })
    for (const who of ['li', 'wang']) expect(await send(who, 'GET', '/api/callbacks')).toMatchObject({ status: 403 })
  })
})
