import { MINUTE_MS } from '@huiying/shared/kernel'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database'
import { serverInHand, type ServerInHand } from '../support/server-in-hand'
import { settleSmallVillage } from '../support/small-village'
import { startTestWeChat, type TestWeChat } from '../support/wechat'

describe('two servers on one database', () => {
  let fresh: FreshDatabase
  let weChat: TestWeChat
  let servers: readonly [ServerInHand, ServerInHand]

  beforeEach(async () => {
    fresh = await freshDatabase()
    weChat = await startTestWeChat()
    await settleSmallVillage(fresh.database)
    servers = [serverInHand(fresh.database, weChat.client), serverInHand(await fresh.openAnother(), weChat.client)]
  })
  afterEach(async () => {
    await weChat.standIn.stop()
    await fresh.close()
  })

  it('take two answers of the same instant: one is first, both are kept, the villager is told once', async () => {
    const [one, other] = servers
    const ticketId = await one.submit('wang')
    const answers = await Promise.all([one.reply('li', ticketId, '我十点到'), other.reply('chen', ticketId, '我带人过来看看')])
    expect(answers.map((answer) => answer.wasFirst).sort()).toEqual([false, true])
    await Promise.all(servers.map((server) => server.settle()))
    await Promise.all(servers.map((server) => server.settle()))
    const view = await one.boards.view(await one.as('wang'), ticketId)
    expect(view.messages).toHaveLength(2)
    expect(view.messages.filter((message) => message.isResponse)).toHaveLength(1)
    expect(view.respondedBy?.personId).toBe(view.messages.find((message) => message.isResponse)?.author?.personId)
    expect(await one.notices('wang')).toEqual(['answered'])
  })

  it('lose no notice when the server dies between commit and reaction', async () => {
    const [dying, surviving] = servers
    await dying.submit('wang')
    // The dying server never comes to react; nothing of what it knew was in memory.
    await surviving.settle()
    expect(await surviving.notices('li')).toEqual(['you-are-asked'])
  })

  it('send again what a server took and never marked, and never double the inbox', async () => {
    const [dying, surviving] = servers
    await surviving.accept('li')
    weChat.standIn.world.addSubscriptions('open-li', 'template-duty', 2)
    await surviving.submit('wang')
    await dying.outbox.drain()
    const killed = serverInHand(fresh.database, { sendSubscribeMessage: () => Promise.reject(new Error('killed')) })
    await expect(killed.deliveries.drain()).rejects.toThrow('killed')
    await surviving.settle()
    expect(weChat.standIn.world.messages).toHaveLength(0)
    fresh.clock.advance(61_000)
    await surviving.settle()
    expect(weChat.standIn.world.messages).toHaveLength(1)
    expect(await surviving.notices('li')).toEqual(['you-are-asked'])
  })

  it('double nothing in the inbox when a message arrived and the server died before it was marked', async () => {
    const [surviving] = servers
    await surviving.accept('li')
    weChat.standIn.world.addSubscriptions('open-li', 'template-duty', 2)
    const killed = serverInHand(fresh.database, {
      sendSubscribeMessage: async (message) => {
        await weChat.client.sendSubscribeMessage(message)
        throw new Error('killed')
      },
    })
    await killed.submit('wang')
    await killed.outbox.drain()
    await expect(killed.deliveries.drain()).rejects.toThrow('killed')
    expect(weChat.standIn.world.messages).toHaveLength(1)
    fresh.clock.advance(61_000)
    await surviving.settle()
    await surviving.settle()
    // WeChat cannot be asked whether it has a message already, so there it may come twice; in the app it never does.
    expect(weChat.standIn.world.messages).toHaveLength(2)
    expect(await surviving.notices('li')).toEqual(['you-are-asked'])
    const outcomes = await fresh.reads.query<{ outcome: string }>('SELECT outcome FROM delivery_outcomes')
    expect(outcomes).toEqual([{ outcome: 'sent' }])
  })

  it('send nothing by WeChat to who does not want it, or has read it in the app, or when it has grown stale', async () => {
    const [server] = servers
    for (const person of ['li', 'chen', 'he']) {
      await server.accept(person)
      weChat.standIn.world.addSubscriptions(`open-${person}`, 'template-duty', 9)
    }
    await server.prefer('li', { answer: true, duty: false, supervision: true, roster: true, money: true })
    await server.submit('wang')
    await server.settle()
    expect(weChat.standIn.world.messages).toHaveLength(0)

    await server.submit('wang', { addresseeId: 'chen' })
    await server.outbox.drain()
    await server.readAll('chen')
    await server.deliveries.drain()
    expect(weChat.standIn.world.messages).toHaveLength(0)

    await server.submit('wang', { addresseeId: 'he' })
    await server.outbox.drain()
    fresh.clock.advance(30 * MINUTE_MS + 1)
    await server.deliveries.drain()
    expect(weChat.standIn.world.messages).toHaveLength(0)
    for (const person of ['li', 'chen', 'he']) expect(await server.notices(person)).toContain('you-are-asked')
  })

  it('believe WeChat when it says that nothing more is accepted', async () => {
    const [server] = servers
    await server.accept('li')
    await server.submit('wang')
    await server.settle()
    const outcomes = await fresh.reads.query<{ outcome: string }>('SELECT outcome FROM delivery_outcomes')
    expect(outcomes).toEqual([{ outcome: 'refused' }])
    expect(await server.notices('li')).toEqual(['you-are-asked'])
  })

  it('try again when WeChat is busy, and give up after six times', async () => {
    // The real client already tries anew by itself for a few seconds; what it answers after that is played here.
    const server = serverInHand(fresh.database, {
      sendSubscribeMessage: async () => ({ outcome: 'try-later', errcode: -1, waitMs: 60_000, mayHaveArrived: false }),
    })
    await server.accept('li')
    await server.submit('wang')
    for (let round = 0; round < 9; round += 1) {
      await server.settle()
      fresh.clock.advance(3 * MINUTE_MS)
    }
    const outcomes = await fresh.reads.query<{ outcome: string; attempts: number }>('SELECT outcome, attempts FROM delivery_outcomes')
    expect(outcomes).toEqual([{ outcome: 'failed', attempts: 6 }])
  })
})
