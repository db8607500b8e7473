import type { Me } from '@huiying/shared/identity'
import type { NoticeListAnswer, UnreadAnswer } from '@huiying/shared/notifications'
import type { ReplyAnswer, SentTicket, TicketListAnswer, TicketView } from '@huiying/shared/tickets'
import { postTable } from '../identity/post.table'
import { letAllBeSeen } from '../../demo/all-seen'
import { startTestApp, type TestApp } from '../../../test/support/test-app'

const SEWER = { villageId: 'liushu', text: '门口下水道堵了，脏水漫到路上了' }

describe('tickets over HTTP', () => {
  let http: TestApp
  const tokens = new Map<string, string>()

  beforeEach(async () => {
    http = await startTestApp()
    for (const person of ['wang', 'zhao', 'li', 'chen', 'qian', 'sun']) tokens.set(person, await http.signIn(`open-${person}`))
  })
  afterEach(() => http.stop())

  const as = (person: string) => ({ token: tokens.get(person) ?? null })
  const submit = (key: string, body: object | string = SEWER, person = 'wang') =>
    http.send('POST', '/api/tickets', { ...as(person), body, headers: { 'idempotency-key': key } })
  const raised = async (): Promise<string> =>
    submit('key-of-the-draft').then((sent) => letAllBeSeen(http.db.unitOfWork).then(() => sent.as<SentTicket>().id))
  const countOf = async (table: string): Promise<number> =>
    Number((await http.db.reads.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n)

  describe('the same tap', () => {
    it('sent twice, or again after a lost answer, is one ticket', async () => {
      const [first, again] = [await submit('key-0001'), await submit('key-0001')]
      expect([first.status, again.status]).toEqual([201, 201])
      expect(again.as<SentTicket>()).toEqual(first.as<SentTicket>())
      expect(again.headers['idempotent-replay']).toBe('true')
      expect(await countOf('tickets')).toBe(1)
    })

    it('sent at the same instant is one ticket', async () => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => submit('key-0002')))
      expect(new Set(answers.map((answer) => answer.as<SentTicket>().id)).size).toBe(1)
      expect(await countOf('tickets')).toBe(1)
    })

    it('with other words under the same key is refused, and another person may use the key', async () => {
      await submit('key-0003')
      expect((await submit('key-0003', { ...SEWER, text: '另一件事' })).code).toBe('request.key-reused')
      expect((await submit('key-0003', SEWER, 'zhao')).status).toBe(201)
    })

    it('without a key is not taken', async () => {
      expect((await http.send('POST', '/api/tickets', { ...as('wang'), body: SEWER })).code).toBe('request.key-missing')
    })
  })

  describe('what people and others send', () => {
    it.each([
      ['nothing', '', 'request.malformed'],
      ['a missing body', undefined, 'request.malformed'],
      ['no JSON', '{"villageId":', 'request.malformed'],
      ['a list', [], 'request.invalid'],
      ['no text', { villageId: 'liushu' }, 'request.invalid'],
      ['only blanks', { ...SEWER, text: ' \n　' }, 'ticket.text-missing'],
      ['5,000 characters', { ...SEWER, text: '水'.repeat(5_000) }, 'ticket.text-too-long'],
      ['an unknown kind', { ...SEWER, kind: 'party' }, 'request.invalid'],
      ['a field nobody knows', { ...SEWER, status: 'closed' }, 'request.invalid'],
      ['a village that is not there', { ...SEWER, villageId: 'nowhere' }, 'ticket.village-not-found'],
      ['SQL for a village', { ...SEWER, villageId: "' OR '1'='1" }, 'ticket.village-not-found'],
      ["somebody else's file", { ...SEWER, photoIds: ['01ARZ3NDEKTSV4RRFFQ69G5FAV'] }, 'file.not-found'],
      ['an addressee of another village', { ...SEWER, addresseeId: 'qian' }, 'ticket.addressee-not-found'],
      ['a place without a name', { ...SEWER, place: { latitude: 1, longitude: 2 } }, 'request.invalid'],
      ['half a place', { ...SEWER, place: { name: '井边', latitude: 400, longitude: 2 } }, 'request.invalid'],
    ])('%s is refused and nothing is written', async (_what, body, code) => {
      const headers = { 'idempotency-key': 'key-0004', 'content-type': 'application/json' }
      const answer = await http.send('POST', '/api/tickets', { ...as('wang'), headers, ...(body === undefined ? {} : { body }) })
      expect(answer.code).toBe(code)
      expect(answer.text).toMatch(/[\u4e00-\u9fff]/)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      for (const table of ['tickets', 'ticket_cycles', 'timers', 'journal', 'idempotency_keys']) expect(await countOf(table)).toBe(0)
    })

    it.each([
      ['emoji', '👵🏽🏠💧下水道堵了😭'],
      ['SQL', "'; DROP TABLE tickets; --"],
      ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
      ['templates', '${7*7} {{7*7}} %s %n'],
      ['a turned direction and a NUL', '\u202e倒着写\u0000空字节'],
      ['lines', '第一行\n第二行\r\n\t第三行'],
      ['as many characters as allowed', '水'.repeat(2_000)],
    ])('%s: kept as written, in every field', async (_what, text) => {
      const name = Array.from(text.trim()).slice(0, 20).join('')
      const place = { name: Array.from(text.trim()).slice(0, 60).join(''), latitude: 30.5, longitude: 120.5 }
      const answer = await submit('key-0005', { ...SEWER, text, place, onBehalfOf: { name, phone: null } })
      expect(answer.status).toBe(201)
      // The embedded driver cannot hold a NUL; it is kept as the sign for what cannot be shown.
      const kept = (words: string) => words.replace(/\u0000/g, '\ufffd')
      const seen = await http.send('GET', `/api/tickets/${answer.as<SentTicket>().id}`, as('wang'))
      const { text: stored, place: storedPlace, onBehalfOf } = seen.as<TicketView>()
      expect([stored, storedPlace?.name, onBehalfOf?.name].map((words) => kept(words ?? ''))).toEqual([text.trim(), place.name, name].map(kept))
      expect(await countOf('tickets')).toBe(1)
    })

    it('is kept as written in replies, further words, closures and rejections too', async () => {
      const nasty = `'; DROP TABLE tickets; -- <script>alert(1)</script> 👵🏽 我十点到`
      const ticketId = await raised()
      const post = (act: string, person: string, body: object) =>
        http.send('POST', `/api/tickets/${ticketId}/${act}`, { ...as(person), body })
      await post('messages', 'wang', { text: nasty })
      await post('replies', 'li', { text: nasty })
      await post('closure', 'li', { outcome: 'settled', text: nasty })
      const view = (await post('rejection', 'wang', { text: nasty })).as<TicketView>()
      expect(view.messages.map((message) => [message.kind, message.text])).toEqual(
        ['message', 'reply', 'closure', 'rejection'].map((kind) => [kind, nasty]),
      )
    })
  })

  describe('who sees it', () => {
    const acts = ['opening', 'replies', 'messages', 'closure', 'rating', 'rejection', 'withdrawal', 'reporter-phone']
    const bodies: Readonly<Record<string, object>> = {
      replies: { text: '我十点到您家' }, messages: { text: '再说一句' }, closure: { outcome: 'settled', text: '已经修好了' },
      rating: { rating: 'satisfied' }, rejection: { text: '没修好' },
    }

    it('for a villager and a cadre of another village it answers like an id that was never given', async () => {
      const ticketId = await raised()
      for (const id of [ticketId, '01ARZ3NDEKTSV4RRFFQ69G5FAV']) {
        const view = await http.send('GET', `/api/tickets/${id}`, as('qian'))
        expect([view.status, view.code]).toEqual([404, 'ticket.not-found'])
        for (const act of acts) {
          const answer = await http.send('POST', `/api/tickets/${id}/${act}`, { ...as('qian'), body: bodies[act] ?? {} })
          expect([act, answer.status, answer.code]).toEqual([act, 404, 'ticket.not-found'])
        }
      }
      const list = await http.send('GET', '/api/villages/liushu/tickets', as('qian'))
      const nowhere = await http.send('GET', '/api/villages/nowhere/tickets', as('qian'))
      expect([list.status, list.text]).toEqual([404, nowhere.text])
    })

    it('for the secretary whose post has ended it is gone from that instant', async () => {
      const ticketId = await raised()
      const seen = () => http.send('GET', `/api/tickets/${ticketId}`, as('chen'))
      expect((await seen()).status).toBe(200)
      await http.db.unitOfWork.run(async (work) => {
        const post = await work.findOne(postTable, { personId: 'chen', kind: 'director' })
        if (post !== null) work.update(postTable, { ...post, toAt: work.now + 1_000 })
      })
      http.db.clock.advance(999)
      expect((await seen()).status).toBe(200)
      http.db.clock.advance(1)
      expect((await seen()).status).toBe(404)
      for (const act of acts) {
        const answer = await http.send('POST', `/api/tickets/${ticketId}/${act}`, { ...as('chen'), body: bodies[act] ?? {} })
        expect([act, answer.status]).toEqual([act, 404])
      }
    })

    it('lets a neighbour read and not act', async () => {
      const ticketId = await raised()
      expect((await http.send('GET', `/api/tickets/${ticketId}`, as('zhao'))).as<TicketView>().role).toBe('neighbour')
      const reply = await http.send('POST', `/api/tickets/${ticketId}/replies`, { ...as('zhao'), body: bodies['replies'] ?? {} })
      expect([reply.status, reply.code]).toEqual([403, 'ticket.only-handlers'])
      const phone = await http.send('POST', `/api/tickets/${ticketId}/reporter-phone`, as('zhao'))
      expect(phone.code).toBe('ticket.only-handlers')
    })
  })

  it('tells the second of two answers who was first', async () => {
    const ticketId = await raised()
    const reply = (person: string) =>
      http.send('POST', `/api/tickets/${ticketId}/replies`, { ...as(person), body: { text: '我十点到您家' } })
    const answers = (await Promise.all([reply('li'), reply('chen')])).map((answer) => answer.as<ReplyAnswer>())
    const first = answers.find((answer) => answer.wasFirst)
    const second = answers.find((answer) => !answer.wasFirst)
    expect(second?.firstBy?.personId).toBe(first?.firstBy?.personId)
    expect(second?.ticket.messages).toHaveLength(2)
  })

  it('pages by twenty, each ticket once', async () => {
    for (let n = 0; n < 45; n += 1) await submit(`key-page-${n}`, { ...SEWER, text: `第 ${n} 件事` })
    await letAllBeSeen(http.db.unitOfWork)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const url: string = `/api/villages/liushu/tickets${cursor === null ? '' : `?cursor=${cursor}`}`
      const page = (await http.send('GET', url, as('zhao'))).as<TicketListAnswer>()
      expect(page.rows.length).toBeLessThanOrEqual(20)
      seen.push(...page.rows.map((row) => row.words))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => `第 ${44 - index} 件事`))
  })

  it.each(['tickets/mine', 'villages/liushu/tickets', 'notices'])('a bent or repeated cursor of %s begins at the top', async (list) => {
    for (const query of ['?cursor=', '?cursor=a&cursor=b', '?cursor[]=a', "?cursor=' OR 1=1", '?cursor=' + 'x'.repeat(900)]) {
      const page = await http.send('GET', `/api/${list}${encodeURI(query)}`, as('wang'))
      expect([query, page.status, page.as<TicketListAnswer>().nextCursor]).toEqual([query, 200, null])
    }
  })

  it('counts what is unread, in the inbox and in Me', async () => {
    const ticketId = await raised()
    const { outbox } = http.app.workers
    await outbox.drain()
    expect((await http.send('GET', '/api/me', as('li'))).as<Me>().unreadNotices).toBe(1)
    const list = (await http.send('GET', '/api/notices', as('li'))).as<NoticeListAnswer>()
    expect(list).toMatchObject({ unread: 1, rows: [{ ticketId, kind: 'you-are-asked', read: false }] })
    const others = await http.send('POST', '/api/notices/read', { ...as('chen'), body: { ids: [list.rows[0]?.id] } })
    expect(others.status).toBe(200)
    expect((await http.send('GET', '/api/me', as('li'))).as<Me>().unreadNotices).toBe(1)
    const other = (await submit('key-of-another')).as<TicketView>().id
    await outbox.drain()
    const left = await http.send('POST', '/api/notices/read', { ...as('li'), body: { ticketId: other } })
    expect(left.as<UnreadAnswer>().unread).toBe(1)
    await http.send('POST', '/api/notices/read', { ...as('li'), body: {} })
    expect((await http.send('GET', '/api/me', as('li'))).as<Me>().unreadNotices).toBe(0)
  })
})
