import type { Problem } from '@huiying/shared/facts'
import type { Me } from '@huiying/shared/identity'
import { LEFT_NAME, NOBODY_NAME } from '@huiying/shared/identity'
import { chinaDateOf, DAY_MS } from '@huiying/shared/kernel'
import { DEFAULT_FORGET_MS, DEFAULT_SLA_TERMS } from '@huiying/shared/sla'
import { NOBODY_ID, type SentTicket, type TicketView } from '@huiying/shared/tickets'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import { FORGETTING } from '../../forgetting'
import { callbackTable } from '../figures/callback.table'
import { deliveryOutcomeTable, deliveryTable } from '../notifications/delivery.table'
import { textDeliveryTable, textOutcomeTable } from '../notifications/text.table'
import { forgetReporters } from '../tickets/forget-reporters'

let server: TestApp
beforeEach(async () => {
  server = await startTestApp()
})
afterEach(() => server.stop())

async function raise(token: string, text: string): Promise<SentTicket> {
  const answer = await server.send('POST', '/api/tickets', {
    token, headers: { 'idempotency-key': 'key-of-this-draft' }, body: { villageId: 'liushu', text },
  })
  expect(answer.status).toBe(201)
  return answer.as<SentTicket>()
}

test('an account is deleted: nothing leads to him any more, and what he raised goes on', async () => {
  const token = await server.signIn('open-wang')
  const ticket = await raise(token, '下水道堵了，我电话13800001234')
  expect((await server.send('POST', '/api/me/leaving', { token, body: { isSure: true } })).status).toBe(204)
  expect((await server.send('GET', '/api/me', { token })).status).toBe(401)

  const rows = await server.db.reads.query<object>(
    `SELECT h.*, a.open_id, a.phone AS account_phone FROM people h LEFT JOIN accounts a ON a.person_id = h.id
     WHERE h.id = 'wang'`,
    [],
  )
  expect(rows).toEqual([expect.objectContaining({ name: LEFT_NAME, phone: null, open_id: null, account_phone: null })])

  const secretary = await server.signIn('open-li')
  const seen = (await server.send('GET', `/api/tickets/${ticket.id}`, { token: secretary })).as<TicketView>()
  expect(seen).toMatchObject({ status: 'submitted', reporter: { name: LEFT_NAME, maskedPhone: null } })
  expect(seen.responseDueAt).toBe(ticket.responseDueAt)

  const again = (await server.send('GET', '/api/me', { token: await server.signIn('open-wang') })).as<Me>()
  expect(again).toMatchObject({ person: null, posts: [] })
})

test('whoever holds an office lays it down first', async () => {
  const token = await server.signIn('open-li')
  const answer = await server.send('POST', '/api/me/leaving', { token, body: { isSure: true } })
  expect([answer.status, answer.as<Problem>().code]).toEqual([409, 'identity.holds-office'])
  expect((await server.send('GET', '/api/me', { token })).status).toBe(200)
})

test('a year after its end a ticket forgets its reporter, and keeps the matter', async () => {
  const token = await server.signIn('open-wang')
  const ticket = await raise(token, '下水道堵了，我电话13800001234')
  await server.send('POST', `/api/tickets/${ticket.id}/messages`, { token, body: { text: '我是三组的13800001234' } })
  // Before what follows from raising it is drawn: drawn already, whatever the lot.
  await server.db.unitOfWork.run(async (work) => work.insert(callbackTable, {
    ticketId: ticket.id, subDistrictId: 'qingxi', drawnAt: work.now, missedCalls: 0, result: 'spoke', endedAt: work.now,
    calledBy: 'sun', cycle: 1, isAnswered: true, isSettled: false, words: '我是王家的老二', version: 1,
  }))
  await server.app.workers.outbox.drain()
  const secretary = { token: await server.signIn('open-li') }
  await server.send('POST', `/api/tickets/${ticket.id}/replies`, { ...secretary, body: { text: '李师傅下午四点来通' } })
  await server.app.workers.outbox.drain()
  await server.send('POST', `/api/tickets/${ticket.id}/withdrawal`, { token })
  const { unitOfWork, reads, clock } = server.db
  const run = (): Promise<number> => forgetReporters(unitOfWork, reads, clock.at(), FORGETTING)

  server.db.clock.advance(DEFAULT_FORGET_MS - 1)
  expect(await run()).toBe(0)
  server.db.clock.advance(1)
  expect(await run()).toBe(1)
  expect(await run()).toBe(0)

  const told = JSON.stringify([
    ...(await server.db.reads.query(`SELECT * FROM tickets WHERE id = '${ticket.id}'`, [])),
    ...(await server.db.reads.query(`SELECT * FROM ticket_messages WHERE ticket_id = '${ticket.id}'`, [])),
    ...(await server.db.reads.query(`SELECT * FROM journal WHERE subject_id = '${ticket.id}'`, [])),
    ...(await server.db.reads.query(`SELECT * FROM callbacks WHERE ticket_id = '${ticket.id}'`, [])),
    ...(await server.db.reads.query(`SELECT * FROM notices WHERE ticket_id = '${ticket.id}'`, [])),
  ])
  expect(told).not.toContain('王家')
  expect(told).toContain('you-are-asked')
  expect(told).not.toMatch(/wang|13800001234/)
  expect(told).toContain(NOBODY_ID)
  const seen = await server.send('GET', `/api/tickets/${ticket.id}`, { token: await server.signIn('open-li') })
  expect(seen.as<TicketView>().reporter).toEqual({ name: NOBODY_NAME, maskedPhone: null })
  expect(told).toContain('下水道堵了，我电话138****1234')
  expect(DEFAULT_FORGET_MS).toBe(365 * DAY_MS)
})

test('with what its reporter was told goes what was sent of it, or still waits', async () => {
  const token = await server.signIn('open-wang')
  const ticket = await raise(token, '下水道堵了')
  await server.app.workers.outbox.drain()
  const secretary = { token: await server.signIn('open-li') }
  await server.send('POST', `/api/tickets/${ticket.id}/replies`, { ...secretary, body: { text: '李师傅下午四点来通' } })
  await server.app.workers.outbox.drain()
  const { unitOfWork, reads, clock } = server.db
  const notices = await reads.query<{ id: string; person_id: string }>(
    'SELECT id, person_id FROM notices WHERE ticket_id = ? ORDER BY id', [ticket.id],
  )
  expect(new Set(notices.map(({ person_id: who }) => who === 'wang'))).toEqual(new Set([true, false]))
  // The queues stood still all the time, as after a long stop.
  const tables = ['deliveries', 'delivery_outcomes', 'text_deliveries', 'text_outcomes']
  await unitOfWork.run(async (work) => {
    for (const table of tables) work.write(`DELETE FROM ${table}`, [])
    for (const { id: noticeId, person_id: who } of notices) {
      const sent = { noticeId, accountId: who, templateKey: 'answer' as const, attempts: 1 }
      work.insert(deliveryTable, { ...sent, id: noticeId, dueAt: work.now, openId: `open-${who}` })
      work.insert(deliveryOutcomeTable, { ...sent, id: noticeId, outcome: 'refused', at: work.now })
      work.insert(textDeliveryTable, { noticeId, dueAt: work.now, attempts: 0 })
      work.insert(textOutcomeTable, { noticeId, outcome: 'failed', code: null, attempts: 1, at: work.now })
    }
  })
  await server.send('POST', `/api/tickets/${ticket.id}/withdrawal`, { token })
  clock.advance(DEFAULT_FORGET_MS)
  expect(await forgetReporters(unitOfWork, reads, clock.at(), FORGETTING)).toBe(1)
  const ofOthers = notices.filter(({ person_id: who }) => who !== 'wang').map(({ id }) => id)
  for (const table of tables) {
    const left = await reads.query<{ notice_id: string }>(`SELECT notice_id FROM ${table} ORDER BY notice_id`, [])
    expect({ table, left: left.map(({ notice_id: id }) => id) }).toEqual({ table, left: ofOthers })
  }
})

test('the terms a ticket began under say when; what is set later is for later ones', async () => {
  const token = await server.signIn('open-wang')
  const { unitOfWork, reads, clock } = server.db
  const run = (): Promise<number> => forgetReporters(unitOfWork, reads, clock.at(), FORGETTING)
  const old = await raise(token, '下水道堵了')
  await server.send('POST', `/api/tickets/${old.id}/withdrawal`, { token })
  const terms = { ...DEFAULT_SLA_TERMS, forgetMs: 100 * DAY_MS }
  const firstOn = chinaDateOf(clock.at() + DAY_MS)
  const set = { token: await server.signIn('open-sun'), body: { terms, firstOn, basedOnVersion: 0 } }
  expect((await server.send('PUT', '/api/promise', set)).status).toBe(200)
  clock.advance(DAY_MS)
  const later = (await server.send('POST', '/api/tickets', {
    token, headers: { 'idempotency-key': 'key-of-another' }, body: { villageId: 'liushu', text: '路灯不亮' },
  })).as<TicketView>()
  await server.send('POST', `/api/tickets/${later.id}/withdrawal`, { token })

  clock.advance(100 * DAY_MS)
  expect(await run()).toBe(1)
  const left = await reads.query<{ id: string }>('SELECT id FROM tickets WHERE reporter_id <> ?', [NOBODY_ID])
  expect(left.map(({ id }) => id)).toEqual([old.id])
  clock.advance(264 * DAY_MS)
  expect(await run()).toBe(1)
})

test('what was merged into another forgets its reporter when that one does', async () => {
  const [wang, zhao, li] = [await server.signIn('open-wang'), await server.signIn('open-zhao'), await server.signIn('open-li')]
  const main = await raise(wang, '桥头的路灯坏了')
  const other = await raise(zhao, '桥头路灯不亮')
  const post = (path: string, token: string, body: object) => server.send('POST', `/api/tickets/${path}`, { token, body })
  expect((await post(`${other.id}/merge`, li, { intoTicketId: main.id })).status).toBe(200)
  await post(`${main.id}/closure`, li, { outcome: 'settled', text: '换了灯泡，亮了' })
  await post(`${main.id}/rating`, wang, { rating: 'satisfied' })
  server.db.clock.advance(DEFAULT_FORGET_MS)
  expect(await forgetReporters(server.db.unitOfWork, server.db.reads, server.db.clock.at(), FORGETTING)).toBe(2)
  const left = await server.db.reads.query<{ reporter_id: string }>('SELECT reporter_id FROM tickets', [])
  expect(left.map((row) => row.reporter_id)).toEqual([NOBODY_ID, NOBODY_ID])
})
