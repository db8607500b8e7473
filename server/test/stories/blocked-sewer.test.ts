import { HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database'
import { serverInHand, type ServerInHand } from '../support/server-in-hand'
import { settleSmallVillage } from '../support/small-village'
import { startTestWeChat, type TestWeChat } from '../support/wechat'

/**
 * The road of the first issue: a blocked sewer, raised at nine, answered at ten past, mended at half past, confirmed.
 */
describe('the blocked sewer', () => {
  let fresh: FreshDatabase
  let weChat: TestWeChat
  let server: ServerInHand

  beforeEach(async () => {
    fresh = await freshDatabase()
    weChat = await startTestWeChat()
    await settleSmallVillage(fresh.database)
    server = serverInHand(fresh.database, weChat.client)
  })
  afterEach(async () => {
    await weChat.standIn.stop()
    await fresh.close()
  })

  it('is raised, seen, answered within the hour, settled within the day and confirmed', async () => {
    const nine = fresh.clock.at()
    await server.accept('wang')
    weChat.standIn.world.addSubscriptions('open-wang', 'template-answer', 1)
    const ticketId = await server.submit('wang')
    await server.settle()
    expect(await server.notices('li')).toEqual(['you-are-asked'])
    expect(await server.notices('chen')).toEqual([])

    fresh.clock.advance(4 * MINUTE_MS)
    await server.open('li', ticketId)
    await server.open('li', ticketId)
    fresh.clock.advance(6 * MINUTE_MS)
    const answer = await server.reply('li', ticketId, '我叫上老周带机器，九点半到您家门口')
    expect(answer.wasFirst).toBe(true)
    await server.settle()
    expect(await server.notices('wang')).toEqual(['answered'])
    expect(weChat.standIn.world.messages).toHaveLength(1)

    fresh.clock.advance(30 * MINUTE_MS)
    await server.close('li', ticketId, '管道通开了，路面也冲干净了')
    await server.settle()
    fresh.clock.advance(HOUR_MS)
    await server.rate('wang', ticketId)
    fresh.clock.advance(100 * HOUR_MS)
    await server.settle()

    const view = await server.boards.view(await server.as('wang'), ticketId)
    expect(view).toMatchObject({
      status: 'rated', responseMissed: false, respondedAt: nine + 10 * MINUTE_MS,
      cycle: { closureMissed: false, outcome: 'settled', rating: 'satisfied', closedAt: nine + 40 * MINUTE_MS },
      readers: [{ personId: 'li', at: nine + 4 * MINUTE_MS, post: 'secretary' }],
      actions: ['complain'],
    })
    expect(view.timeline.map((step) => step.type)).toEqual([
      'ticket.submitted', 'ticket.opened', 'ticket.responded', 'ticket.closed', 'ticket.rated',
    ])
    expect(await server.notices('li')).toEqual(['rated', 'you-are-asked'])
    expect(await server.notices('sun')).toEqual([])
  })

  it('tells the neighbour what the matter is and not whose', async () => {
    const ticketId = await server.submit('wang', { text: '下水道堵了，找我13900000001' })
    await server.write('wang', ticketId, '我家是三组十二号')
    await server.reply('li', ticketId, '我九点半到')
    const view = await server.boards.view(await server.as('zhao'), ticketId)
    expect(view).toMatchObject({
      role: 'neighbour',
      reporter: null,
      place: null,
      text: '下水道堵了，找我139****0001',
      actions: ['follow'],
    })
    expect(view.messages.map((message) => message.text)).toEqual(['我九点半到'])
    expect(JSON.stringify(view)).not.toMatch(/王桂花|wang|三组十二号|13900000001/)
    const list = await server.boards.ofVillage(await server.as('zhao'), 'liushu', null)
    expect(JSON.stringify(list)).not.toMatch(/王桂花|wang|13900000001/)
  })

  it('does not exist for another village, whatever is asked', async () => {
    const ticketId = await server.submit('wang')
    const stranger = await server.as('qian')
    await expect(server.boards.view(stranger, ticketId)).rejects.toThrow('ticket.not-found')
    await expect(server.boards.view(stranger, '01ARZ3NDEKTSV4RRFFQ69G5FAV')).rejects.toThrow('ticket.not-found')
    await expect(server.boards.ofVillage(stranger, 'liushu', null)).rejects.toThrow('identity.village-not-found')
    for (const act of [server.open, server.withdraw, server.rate]) {
      await expect(act('qian', ticketId)).rejects.toThrow('ticket.not-found')
    }
    await expect(server.reply('qian', ticketId, '我去看看')).rejects.toThrow('ticket.not-found')
    await expect(server.submit('qian')).rejects.toThrow('ticket.village-not-found')
    expect((await server.boards.inbox(stranger)).groups.every((group) => group.count === 0)).toBe(true)
  })
})
