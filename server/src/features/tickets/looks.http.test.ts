import { DAY_MS, MINUTE_MS } from '@huiying/shared/kernel'
import type { ReporterPhoneAnswer, SentTicket, TicketView } from '@huiying/shared/tickets'
import { letAllBeSeen } from '../../demo/all-seen'
import { startTestApp, type TestApp } from '../../../test/support/test-app'

describe('who looked at a ticket, and at its reporter’s number', () => {
  let http: TestApp
  const tokens = new Map<string, string>()

  beforeEach(async () => {
    http = await startTestApp()
    for (const person of ['wang', 'zhao', 'li', 'chen', 'sun']) tokens.set(person, await http.signIn(`open-${person}`))
  })
  afterEach(() => http.stop())

  const as = (person: string) => ({ token: tokens.get(person) ?? null })
  const raised = async (): Promise<string> => {
    const body = { villageId: 'liushu', text: '门口下水道堵了，脏水漫到路上了' }
    const sent = await http.send('POST', '/api/tickets', { ...as('wang'), body, headers: { 'idempotency-key': 'key-of-it' } })
    await letAllBeSeen(http.db.unitOfWork)
    return sent.as<SentTicket>().id
  }

  it("shows the reporter's number once asked for, and the reporter who looked", async () => {
    const ticketId = await raised()
    const view = await http.send('GET', `/api/tickets/${ticketId}`, as('li'))
    expect(view.as<TicketView>().reporter).toEqual({ name: '王桂花', maskedPhone: '139****0001' })
    expect(view.text).not.toContain('13900000001')
    const ask = (body: object) =>
      http.send('POST', `/api/tickets/${ticketId}/reporter-phone`, { ...as('li'), body })
    for (const reason of [undefined, '。。', '啊啊', '长'.repeat(50) + '话'.repeat(51)]) {
      expect((await ask(reason === undefined ? {} : { reason })).status).toBe(422)
    }
    const phone = await ask({ reason: ' 问几点在家 ' })
    expect(phone.as<ReporterPhoneAnswer>()).toEqual({ phone: '13900000001', until: http.db.clock.at() + 30 * MINUTE_MS })
    http.db.clock.advance(30 * MINUTE_MS - 1)
    expect((await ask({})).status).toBe(200)
    const untilFor = async (who: string) =>
      (await http.send('GET', `/api/tickets/${ticketId}`, as(who))).as<TicketView>().looks.map(({ until }) => until)
    const holds = http.db.clock.at() + 1
    expect([await untilFor('wang'), await untilFor('li'), await untilFor('chen')]).toEqual([[holds], [holds], [null]])
    http.db.clock.advance(1)
    expect((await ask({})).code).toBe('ticket.look-reason-missing')
    const mine = (await http.send('GET', `/api/tickets/${ticketId}`, as('wang'))).as<TicketView>()
    expect(mine.timeline.filter(({ type }) => type === 'ticket.phone-viewed')).toHaveLength(1)
    expect(mine.looks).toMatchObject([{ kind: 'phone', who: { personId: 'li' }, reason: '问几点在家', until: null }])
  })

  it('keeps each handler’s first opening of each day, for the reporter and the others who handle it', async () => {
    const ticketId = await raised()
    const open = (person: string) => http.send('POST', `/api/tickets/${ticketId}/opening`, as(person))
    for (const person of ['li', 'li', 'zhao', 'wang', 'sun']) await open(person)
    http.db.clock.advance(DAY_MS)
    await open('li')
    const looksFor = async (person: string) =>
      (await http.send('GET', `/api/tickets/${ticketId}`, as(person))).as<TicketView>().looks.map(({ who }) => who?.personId)
    for (const person of ['wang', 'chen']) expect(await looksFor(person)).toEqual(['li', 'sun', 'li'])
    expect(await looksFor('zhao')).toEqual([])
  })

  it('where there is no number, that is said before anybody is asked why', async () => {
    const ticketId = await raised()
    await http.db.unitOfWork.run(async (work) => work.write("UPDATE people SET phone = NULL WHERE id = 'wang'", []))
    const ask = (person: string) => http.send('POST', `/api/tickets/${ticketId}/reporter-phone`, { ...as(person), body: {} })
    expect([(await ask('li')).code, (await ask('zhao')).code]).toEqual(['ticket.phone-unknown', 'ticket.only-handlers'])
    expect((await http.send('GET', `/api/tickets/${ticketId}`, as('wang'))).as<TicketView>().looks).toEqual([])
  })
})
