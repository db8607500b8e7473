import { HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { isAsked, pendingObjection } from '@huiying/shared/tickets'
import type { FreshDatabase } from '../../../test/support/fresh-database'
import type { ServerInHand } from '../../../test/support/server-in-hand'
import { villageStory } from '../../../test/support/village-story'
import { AskExtension } from './ask-extension'
import { DecideExtension } from './decide-extension'
import { ObjectToTransfer } from './object-to-transfer'
import { cardRowsOf } from './overdue-columns.board'
import { RuleOnTicket } from './rule-on-ticket'
import { readTickets } from './ticket-rows'
import { TransferTicket } from './transfer-ticket'

const WHY = '管子在桃园那头，要他们挖'

describe('what a card of the board marks', () => {
  let fresh: FreshDatabase
  let server: ServerInHand
  beforeEach(async () => {
    ;({ fresh, server } = await villageStory())
  })
  afterEach(() => fresh.close())

  it('is what the rules say of objections and of time asked for, whatever has been done', async () => {
    const { unitOfWork, ids, clock, reads } = fresh.database
    const [moved, asked, again] = [await server.submit('wang'), await server.submit('zhao'), await server.submit('wang')]
    const tickets = { moved, asked, again }
    /** Both ways the same; which ticket is marked with what. */
    const marks = async (): Promise<readonly string[]> => {
      const now = await clock.now()
      const cards = await cardRowsOf(reads, Object.values(tickets), now)
      const found = await readTickets(reads, Object.values(tickets))
      const ruled = new Map(found.map(({ ticket }) => [ticket.id, {
        objected: pendingObjection(ticket) !== null,
        asks: ticket.extensions.some((one) => isAsked(ticket, one, now)),
      }]))
      return Object.entries(tickets).flatMap(([name, id]) => {
        const card = cards.get(id)
        const shown = { objected: Number(card?.is_objected_to) === 1, asks: Number(card?.asks_for_time) === 1 }
        expect({ name, ...shown }).toEqual({ name, ...ruled.get(id) })
        return [...(shown.objected ? [`${name} objected`] : []), ...(shown.asks ? [`${name} asks`] : [])]
      })
    }
    const ask = async (who: string, ticketId: string): Promise<void> => {
      const promisedAt = clock0 + 5 * 24 * HOUR_MS
      await new AskExtension(unitOfWork, ids).execute(await server.as(who), { ticketId, promisedAt, text: '配件周五才到，到了就换' })
    }
    const clock0 = await clock.now()

    fresh.clock.advance(10 * MINUTE_MS)
    await new TransferTicket(unitOfWork, ids).execute(await server.as('li'), { ticketId: moved, toUnitId: 'taoyuan', text: WHY })
    expect(await marks()).toEqual([])
    await new ObjectToTransfer(unitOfWork, ids).execute(await server.as('qian'), { ticketId: moved, text: '断的在柳树村' })
    await ask('li', asked)
    await ask('li', again)
    expect(await marks()).toEqual(['moved objected', 'asked asks', 'again asks'])

    await new RuleOnTicket(unitOfWork, ids).execute(await server.as('sun'), {
      ticketId: moved, isUpheld: false, toUnitId: null, text: '断口在桃园那头，桃园来办',
    })
    const [extension] = (await server.boards.view(await server.as('sun'), asked)).ways.extensions
    await new DecideExtension(unitOfWork, ids).execute(await server.as('sun'), {
      ticketId: asked, extensionId: extension?.id ?? '', isGranted: false, text: '村里有备用的，今天就换',
    })
    await ask('qian', moved)
    expect(await marks()).toEqual(['moved asks', 'again asks'])

    // What was asked for in a round that is over is asked for no more, though its deadline is still to come.
    await server.close('li', again, '管道通开了')
    await server.reject('wang', again, '又堵上了')
    expect(await marks()).toEqual(['moved asks'])
    fresh.clock.set(clock0 + 24 * HOUR_MS)
    expect(await marks()).toEqual(['moved asks'])
    fresh.clock.advance(1)
    expect(await marks()).toEqual([])
  })
})
