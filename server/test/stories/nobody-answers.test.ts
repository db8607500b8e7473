import { DAY_MS, HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import type { FreshDatabase } from '../support/fresh-database'
import { serverInHand, type ServerInHand } from '../support/server-in-hand'
import { postOf, settlePerson } from '../support/small-village'
import { NO_WECHAT, villageStory } from '../support/village-story'

describe('nobody answers', () => {
  let fresh: FreshDatabase
  let server: ServerInHand

  beforeEach(async () => {
    ;({ fresh, server } = await villageStory())
  })
  afterEach(() => fresh.close())

  async function at(afterMs: number): Promise<void> {
    fresh.clock.set(NINE + afterMs)
    await server.settle()
  }
  const NINE = Date.parse('2026-09-14T09:00:00+08:00')

  it('climbs the ladder: committee, staff and leader, order after a day, county after three', async () => {
    const ticketId = await server.submit('wang')
    await at(30 * MINUTE_MS - 1)
    expect(await server.notices('zhou')).toEqual([])
    await at(30 * MINUTE_MS)
    for (const person of ['li', 'chen', 'zhou']) expect((await server.notices(person))[0]).toBe('response-reminder')
    await at(HOUR_MS)
    expect(await server.notices('sun')).toEqual([])
    await at(HOUR_MS + 1)
    expect([await server.notices('sun'), await server.notices('wu')]).toEqual([['response-overdue'], ['response-overdue']])
    await at(20 * HOUR_MS)
    expect((await server.notices('li'))[0]).toBe('closure-warning')
    await at(DAY_MS + 1)
    expect((await server.notices('wu'))[0]).toBe('closure-overdue')
    expect((await server.notices('chen'))[0]).toBe('order-issued')
    await at(2 * DAY_MS + 1)
    expect(await server.notices('tang')).toEqual([])
    await at(3 * DAY_MS + 1)
    expect(await server.notices('tang')).toEqual(['order-issued'])

    const view = await server.boards.view(await server.as('wang'), ticketId)
    expect(view).toMatchObject({ responseMissed: true, cycle: { closureMissed: true, orderCount: 3, orderNumber: '督〔2026〕1号' } })
    const board = await server.boards.overdue(await server.as('sun'))
    expect(board.columns.map((column) => [column.key, column.count])).toEqual([
      ['response-overdue', 1], ['closure-overdue', 0], ['response-soon', 0], ['closure-soon', 0],
    ])
  })

  it('a secretary’s own matter is the others’ to answer, and they alone are reminded', async () => {
    await server.submit('li')
    await at(0)
    await at(30 * MINUTE_MS)
    expect(await server.notices('li')).toEqual([])
    for (const person of ['chen', 'zhou']) expect((await server.notices(person))[0]).toBe('response-reminder')
  })

  it('the board says that nobody there has looked, however often staff look who live or once served there', async () => {
    const posts = [postOf('ma', 'staff', 'qingxi'), postOf('ma', 'resident', 'liushu')]
    await settlePerson(fresh.database, { id: 'ma', name: '马宁' }, ...posts, postOf('ma', 'committee-member', 'liushu', 0, NINE))
    const ticketId = await server.submit('wang')
    await at(2 * HOUR_MS)
    const isReadThere = async () => {
      const { columns } = await server.boards.overdue(await server.as('sun'))
      return columns.flatMap(({ rows }) => rows).map((row) => row.isReadThere)
    }
    expect(await isReadThere()).toEqual([false])
    for (const person of ['sun', 'ma']) await server.open(person, ticketId)
    expect(await isReadThere()).toEqual([false])
    await server.open('chen', ticketId)
    expect(await isReadThere()).toEqual([true])
  })

  it('numbers the orders of a sub-district without gaps, also when many fall due at once', async () => {
    const first = [await server.submit('wang'), await server.submit('zhao')]
    fresh.clock.advance(MINUTE_MS)
    const last = await server.submit('wang')
    await at(DAY_MS + 2 * MINUTE_MS)
    const numbers = await Promise.all(
      [...first, last].map(async (ticketId) => (await server.boards.view(await server.as('li'), ticketId)).cycle.orderNumber),
    )
    expect([...numbers].sort()).toEqual(['督〔2026〕1号', '督〔2026〕2号', '督〔2026〕3号'])
  })

  it('makes one overdue mark after a stop of the server, and wakes nobody over what was answered', async () => {
    const ignored = await server.submit('wang')
    const answered = await server.submit('zhao')
    await server.reply('li', answered, '我十点过来看')
    // Nothing runs until two in the afternoon; then two servers start at once.
    fresh.clock.set(NINE + 5 * HOUR_MS)
    const another = serverInHand(await fresh.openAnother(), NO_WECHAT)
    await Promise.all([server.settle(), another.settle()])
    await Promise.all([server.settle(), another.settle()])
    const overdue = await fresh.reads.query<{ subject_id: string }>("SELECT subject_id FROM journal WHERE type = 'ticket.response-overdue'")
    expect(overdue.map((row) => row.subject_id)).toEqual([ignored])
    expect(await server.notices('sun')).toEqual(['response-overdue'])
  })

  it('is late a millisecond after the hour also when no timer ever ran', async () => {
    const [onTime, late] = [await server.submit('wang'), await server.submit('zhao')]
    fresh.clock.set(NINE + HOUR_MS)
    await server.reply('li', onTime, '我马上带人过来')
    fresh.clock.set(NINE + HOUR_MS + 1)
    await server.reply('li', late, '我马上带人过来')
    const viewer = await server.as('li')
    expect((await server.boards.view(viewer, onTime)).responseMissed).toBe(false)
    expect((await server.boards.view(viewer, late)).responseMissed).toBe(true)
  })

  it.each([['', 'ticket.reply-blank'], ['.', 'ticket.reply-blank'], ['收到', 'ticket.reply-receipt'], ['自动回复：稍后联系您', 'ticket.reply-receipt']])(
    'goes on after %j', async (text, code) => {
      const ticketId = await server.submit('wang')
      await expect(server.reply('li', ticketId, text)).rejects.toThrow(code)
      await at(HOUR_MS + 1)
      expect(await server.notices('sun')).toEqual(['response-overdue'])
    })

  it("goes on when the reporter's own second account replies, though he is the secretary", async () => {
    const ticketId = await server.submit('li')
    await expect(server.reply('li', ticketId, '我自己去修一修')).rejects.toThrow('ticket.only-handlers')
    await server.write('li', ticketId, '我自己去修一修')
    await at(HOUR_MS + 1)
    expect((await server.boards.view(await server.as('chen'), ticketId)).responseMissed).toBe(true)
  })
})
