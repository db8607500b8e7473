import { DAY_MS, HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { OrderTicket } from '../../src/features/tickets/order-ticket'
import type { FreshDatabase } from '../support/fresh-database'
import type { ServerInHand } from '../support/server-in-hand'
import { villageStory } from '../support/village-story'

describe('the sub-district orders by hand what is late', () => {
  let fresh: FreshDatabase
  let server: ServerInHand

  beforeEach(async () => {
    ;({ fresh, server } = await villageStory())
  })
  afterEach(() => fresh.close())

  const NINE = Date.parse('2026-09-14T09:00:00+08:00')
  async function at(afterMs: number): Promise<void> {
    fresh.clock.set(NINE + afterMs)
    await server.settle()
  }
  async function order(personId: string, ticketId: string): Promise<void> {
    await new OrderTicket(fresh.unitOfWork, fresh.database.ids).execute(await server.as(personId), ticketId)
    await server.settle()
  }
  const ordersOf = async (personId: string) =>
    (await server.notices(personId)).filter((kind) => kind === 'order-issued').length

  it('one number for hand and time, the village told each time, who sent it on record', async () => {
    const ticketId = await server.submit('wang')
    await at(HOUR_MS)
    await expect(order('sun', ticketId)).rejects.toThrow('ticket.not-late')
    await at(61 * MINUTE_MS)
    await order('sun', ticketId)
    await expect(order('wu', ticketId)).rejects.toThrow('ticket.ordered-today')
    await expect(order('li', ticketId)).rejects.toThrow('ticket.only-sub-district')
    const numbered = { orderNumber: '督〔2026〕1号', orderCount: 1 }
    expect((await server.boards.view(await server.as('sun'), ticketId)).cycle).toMatchObject(numbered)
    expect([await ordersOf('li'), await ordersOf('chen'), await ordersOf('sun')]).toEqual([1, 1, 0])

    // Time's own comes when it would have come, under the same number.
    await at(DAY_MS + 1)
    const view = await server.boards.view(await server.as('li'), ticketId)
    expect(view.cycle).toMatchObject({ orderNumber: '督〔2026〕1号', orderCount: 2, closureMissed: true })
    expect(await ordersOf('li')).toBe(2)
    const orders = await fresh.reads.query<{ by_person: string | null }>(
      "SELECT by_person FROM journal WHERE type = 'ticket.order-issued' ORDER BY id",
    )
    expect(orders.map((row) => row.by_person)).toEqual(['sun', null])
  })

  it('the next ticket has the next number', async () => {
    const [first, second] = [await server.submit('wang'), await server.submit('zhao')]
    await at(2 * HOUR_MS)
    await order('wu', second)
    await order('sun', first)
    const numbers = await Promise.all([first, second].map(async (id) =>
      (await server.boards.view(await server.as('sun'), id)).cycle.orderNumber))
    expect(numbers).toEqual(['督〔2026〕2号', '督〔2026〕1号'])
  })
})
