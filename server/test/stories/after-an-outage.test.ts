import type { JournalEntry } from '@huiying/shared/facts'
import { HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import type { NoticeData } from '@huiying/shared/notifications'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database'
import { serverInHand, type ServerInHand } from '../support/server-in-hand'
import { settleSmallVillage } from '../support/small-village'
import { startTestWeChat, type TestWeChat } from '../support/wechat'

/** Less than a batch, and several. Ten thousand take minutes: `OVERSLEPT=10000` for those. */
const COUNTS = process.env['OVERSLEPT'] === undefined ? [120, 1_000] : [Number(process.env['OVERSLEPT'])]
const NINE = Date.parse('2026-09-14T09:00:00+08:00')

describe('the product was down while matters fell due', () => {
  let fresh: FreshDatabase
  let weChat: TestWeChat
  let server: ServerInHand

  beforeEach(async () => {
    fresh = await freshDatabase()
    await settleSmallVillage(fresh.database)
    weChat = await startTestWeChat()
    server = serverInHand(fresh.database, weChat.client)
  })
  afterEach(async () => {
    await weChat.standIn.stop()
    await fresh.close()
  })

  interface Told {
    readonly kind: string
    readonly data: NoticeData
  }
  const toldTo = async (personId: string): Promise<readonly Told[]> =>
    (await fresh.reads.query<{ kind: string; data: string }>(
      'SELECT kind, data FROM notices WHERE person_id = ? ORDER BY id', [personId],
    )).map(({ kind, data }) => ({ kind, data: JSON.parse(data) as NoticeData }))
  const facts = async (type: string): Promise<readonly JournalEntry['fact'][]> =>
    (await fresh.reads.query<{ body: string }>('SELECT body FROM journal WHERE type = ? ORDER BY id', [type]))
      .map(({ body }) => JSON.parse(body) as JournalEntry['fact'])

  it.each(COUNTS)('handles %i in due order, with one digest for each, and says whose the delay was', async (count) => {
    for (let index = 0; index < count; index += 1) {
      fresh.clock.set(NINE + index)
      await server.submit('wang')
    }
    await server.outbox.drain()
    await fresh.unitOfWork.run(async (work) => work.write('DELETE FROM notices', []))
    for (const person of ['sun', 'wu', 'chen']) {
      await server.accept(person)
      weChat.standIn.world.addSubscriptions(`open-${person}`, 'template-supervision', 99)
    }
    // Nobody fires a timer for two hours; then a new server finds them all.
    const backAt = NINE + 2 * HOUR_MS
    fresh.clock.set(backAt)
    const back = serverInHand(await fresh.openAnother(), weChat.client)
    await back.settle()

    const late = await facts('ticket.response-overdue')
    expect(late).toHaveLength(count)
    const dueAts = late.map((fact) => ('dueAt' in fact ? fact.dueAt : 0))
    expect(dueAts).toEqual([...dueAts].sort((one, other) => one - other))
    expect(late.every((fact) => 'noticedAt' in fact && fact.noticedAt === backAt)).toBe(true)
    for (const person of ['sun', 'wu']) {
      expect(await toldTo(person)).toEqual([{ kind: 'caught-up', data: { tally: { 'response-overdue': count } } }])
    }
    expect(await toldTo('chen')).toEqual([{ kind: 'caught-up', data: { tally: { 'response-reminder': count } } }])
    expect((await server.notices('sun'))).toEqual(['caught-up'])

    // It leaves the house once, and with the whole count.
    expect(weChat.standIn.world.messages).toHaveLength(0)
    fresh.clock.set(backAt + 2 * MINUTE_MS)
    await back.settle()
    expect(weChat.standIn.world.messages.map(({ openid, fields }) => [openid, fields['thing1'], fields['thing2']]).sort()).toEqual([
      ['open-chen', '系统停过，消息现在补上', `半小时没人回 ${count} 件`],
      ['open-sun', '系统停过，消息现在补上', `没按时回 ${count} 件`],
      ['open-wu', '系统停过，消息现在补上', `没按时回 ${count} 件`],
    ])

    // One more that was overslept is no flood; but whoever has not read his digest finds it there.
    await server.submit('wang')
    fresh.clock.advance(2 * HOUR_MS)
    await back.settle()
    expect(await toldTo('sun')).toEqual([{ kind: 'caught-up', data: { tally: { 'response-overdue': count + 1 } } }])
    await back.readAll('sun')
    await server.submit('wang')
    fresh.clock.advance(2 * HOUR_MS)
    await back.settle()
    expect((await toldTo('sun')).map(({ kind }) => kind)).toEqual(['caught-up', 'response-overdue'])
  }, 300_000)

  it('people’s lateness is not the product’s: a mark bears the due instant, an answer at its own is judged by it', async () => {
    const [early, none] = [await server.submit('wang'), await server.submit('zhao')]
    fresh.clock.set(NINE + HOUR_MS)
    await server.reply('li', early, '我现在过来看')
    fresh.clock.set(NINE + 3 * HOUR_MS)
    await server.settle()
    const rows = await fresh.reads.query<{ id: string; at: number | null }>(
      'SELECT id, response_missed_at AS at FROM tickets',
    )
    expect(new Map(rows.map(({ id, at }) => [id, at]))).toEqual(new Map([[early, null], [none, NINE + HOUR_MS + 1]]))
  })

  it('a few that were overslept are told one by one; what fires in time bears no note', async () => {
    await server.submit('wang')
    fresh.clock.set(NINE + 30 * MINUTE_MS)
    await server.settle()
    fresh.clock.set(NINE + 2 * HOUR_MS)
    await server.settle()
    expect(await server.notices('sun')).toEqual(['response-overdue'])
    expect((await facts('ticket.response-reminded')).map((fact) => 'noticedAt' in fact)).toEqual([false])
    expect((await facts('ticket.response-overdue')).map((fact) => 'noticedAt' in fact)).toEqual([true])
  })
})
