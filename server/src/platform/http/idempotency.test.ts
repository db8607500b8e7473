import type { SentTicket } from '@huiying/shared/tickets'
import { startTestApp, type TestApp } from '../../../test/support/test-app'

describe('the same tap, sent more than once', () => {
  let server: TestApp
  let token: string

  beforeEach(async () => {
    server = await startTestApp()
    token = await server.signIn('open-wang')
  })
  afterEach(() => server.stop())

  const sewer = { villageId: 'liushu', text: '门口下水道堵了' }
  const raise = (key: string | null, body: object | string = sewer, as = token) =>
    server.send('POST', '/api/tickets', {
      token: as, body, headers: { 'content-type': 'application/json', ...(key === null ? {} : { 'idempotency-key': key }) },
    })
  const tickets = async () => (await server.db.reads.query('SELECT id FROM tickets')).length

  test('one ticket, and the answer says that it was kept', async () => {
    const [first, again] = [await raise('draft-0001'), await raise('draft-0001')]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(first.as<SentTicket>()).toMatchObject({ addresseeId: 'li', confidence: null, village: { name: '柳树村' } })
    expect(again.as<SentTicket>()).toEqual(first.as<SentTicket>())
    expect([first.headers['idempotent-replay'], again.headers['idempotent-replay']]).toEqual([undefined, 'true'])
    expect(await tickets()).toBe(1)
  })

  test('at the same instant, too', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => raise('draft-0001')))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(answers.map((answer) => answer.as<SentTicket>().id)).size).toBe(1)
    expect(await tickets()).toBe(1)
  })

  test('spaces and the order of fields make no other body; a letter does', async () => {
    await raise('draft-0001')
    const same = await raise('draft-0001', `{ "text": ${JSON.stringify(sewer.text)},\n "villageId": "liushu" }`)
    expect(same).toMatchObject({ status: 201, headers: { 'idempotent-replay': 'true' } })
    expect(await raise('draft-0001', { ...sewer, text: '门口下水道又堵了' })).toMatchObject({ status: 409, code: 'request.key-reused' })
    expect(await tickets()).toBe(1)
  })

  test('a key belongs to its account and its route', async () => {
    const [one] = [await raise('draft-0001'), await raise('draft-0001', sewer, await server.signIn('open-zhao'))]
    expect(await tickets()).toBe(2)
    const { id } = one.as<SentTicket>()
    const reused = await server.send('POST', `/api/tickets/${id}/withdrawal`, { token, body: {}, headers: { 'idempotency-key': 'draft-0001' } })
    expect(reused).toMatchObject({ status: 409, code: 'request.key-reused' })
  })

  test('the same route with another id is another request', async () => {
    const ids = [await raise('draft-0001'), await raise('draft-0002')].map((answer) => answer.as<SentTicket>().id)
    const withdraw = (id: string | undefined) =>
      server.send('POST', `/api/tickets/${id}/withdrawal`, { token, body: {}, headers: { 'idempotency-key': 'leaving-01' } })
    expect((await withdraw(ids[0])).status).toBe(200)
    expect(await withdraw(ids[1])).toMatchObject({ status: 409, code: 'request.key-reused' })
  })

  test('a refusal is not kept: put right, the same key acts', async () => {
    expect(await raise('draft-0001', { ...sewer, text: ' ' })).toMatchObject({ status: 422, code: 'ticket.text-missing' })
    expect(await raise('draft-0001')).toMatchObject({ status: 201 })
  })

  test('without a key no ticket; elsewhere a key is welcome, not asked for', async () => {
    expect(await raise(null)).toMatchObject({ status: 400, code: 'request.key-missing' })
    expect(await tickets()).toBe(0)
    expect((await server.send('POST', '/api/notices/read', { token, body: {} })).status).toBe(200)
  })

  test.each(['short', 'x'.repeat(65), 'with space 12', "'; DROP TABLE"])('a key of the wrong form: %s', async (key) => {
    expect(await raise(key)).toMatchObject({
      status: 400, code: 'request.malformed',
    })
    expect(await tickets()).toBe(0)
  })
})
