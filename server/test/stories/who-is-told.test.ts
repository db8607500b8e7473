import { DAY_MS, HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { postTable } from '../../src/features/identity/post.table'
import { ReplyToTicket } from '../../src/features/tickets/reply-to-ticket'
import { ViewReporterPhone } from '../../src/features/tickets/view-reporter-phone'
import { ticketTable } from '../../src/features/tickets/ticket.table'
import { noticeTable } from '../../src/features/notifications/notice.table'
import type { FreshDatabase } from '../support/fresh-database'
import type { ServerInHand } from '../support/server-in-hand'
import { postOf, settlePerson } from '../support/small-village'
import { villageStory } from '../support/village-story'

describe('who is told, and who no longer', () => {
  let fresh: FreshDatabase
  let server: ServerInHand

  beforeEach(async () => {
    ;({ fresh, server } = await villageStory())
  })
  afterEach(() => fresh.close())

  const endPost = (postId: string, afterMs = 0): Promise<void> =>
    fresh.unitOfWork.run(async (work) => {
      work.write('UPDATE posts SET to_at = ? WHERE id = ?', [work.now + afterMs, postId], { expectedRows: 1 })
    })
  const told = (): Promise<readonly { personId: string; words: string }[]> =>
    fresh.unitOfWork.run(async (work) =>
      (await work.find(noticeTable, {})).map(({ personId, data }) => ({ personId, words: JSON.stringify(data) })))

  it('a cadre whose post has ended hears no more of it; whoever is on duty does', async () => {
    const ticketId = await server.submit('wang')
    await server.reply('li', ticketId, '我十点过来看')
    await server.close('li', ticketId, '管道通开了')
    await server.settle()
    await endPost('li-secretary-liushu')
    const before = await server.notices('li')
    await server.reject('wang', ticketId, '又堵上了')
    await server.settle()
    fresh.clock.advance(20 * HOUR_MS)
    await server.settle()
    expect(await server.notices('li')).toEqual(before)
    expect((await server.notices('chen')).slice(0, 2)).toEqual(['closure-warning', 'rejected'])
  })

  it('a matter of the secretary himself, whom everybody would ask, goes to the others of the committee at once', async () => {
    await server.submit('li')
    await server.settle()
    expect(await server.notices('li')).toEqual([])
    for (const person of ['chen', 'zhou']) expect(await server.notices(person)).toEqual(['you-are-asked'])
    expect(await server.notices('sun')).toEqual([])
  })

  it('what the sub-district holds after a second rejection is the sub-district’s to be warned of', async () => {
    const ticketId = await server.submit('wang')
    for (const _round of [1, 2]) {
      await server.close('li', ticketId, '管道通开了')
      await server.reject('wang', ticketId, '又堵上了')
    }
    await server.settle()
    expect((await server.notices('sun'))[0]).toBe('rejected')
    fresh.clock.advance(20 * HOUR_MS)
    await server.settle()
    expect((await server.notices('sun'))[0]).toBe('closure-warning')
    expect((await server.notices('li'))[0]).not.toBe('closure-warning')
  })

  it('the county hears number, village and how often, and not a word of the villager', async () => {
    await server.submit('wang')
    for (const days of [1, 2, 3]) {
      fresh.clock.set(Date.parse('2026-09-14T09:00:00+08:00') + days * DAY_MS + MINUTE_MS)
      await server.settle()
    }
    const [county] = (await told()).filter(({ personId }) => personId === 'tang')
    expect(county?.words).toContain('督〔2026〕1号')
    expect(county?.words).toContain('柳树村')
    expect(county?.words).not.toContain('下水道')
  })

  describe('the orders before the county', () => {
    const orders = async (personId: string) => {
      const { count, isMore, rows } = await server.boards.countyOrders(await server.as(personId))
      expect(isMore).toBe(false)
      expect(rows).toHaveLength(count)
      return rows.map(({ id: _id, ...row }) => row)
    }
    const until = async (days: number, ms = MINUTE_MS): Promise<void> => {
      fresh.clock.set(Date.parse('2026-09-14T09:00:00+08:00') + days * DAY_MS + ms)
      await server.settle()
    }

    it('are those it was told of, with number, village and how often, until the matter is finished', async () => {
      const ticketId = await server.submit('wang')
      await until(2)
      expect(await orders('tang')).toEqual([])
      await until(3, -1)
      expect(await orders('tang')).toEqual([])
      await until(3)
      const row = { number: '督〔2026〕1号', orderCount: 3, subDistrictName: '青溪街道', villageName: '柳树村' }
      expect(await orders('tang')).toEqual([row])
      await until(4)
      expect(await orders('tang')).toEqual([{ ...row, orderCount: 4 }])
      const said = JSON.stringify(await server.boards.countyOrders(await server.as('tang')))
      expect(said).not.toMatch(/下水道|wang|王/)
      expect(said).not.toContain(ticketId)
      // Below the county nobody has such a list.
      for (const person of ['sun', 'wu', 'li', 'wang']) expect(await orders(person)).toEqual([])
      await server.close('li', ticketId, '管道通开了')
      expect(await orders('tang')).toEqual([])
      await server.reject('wang', ticketId, '又堵上了')
      expect(await orders('tang')).toEqual([])
    })

    it('those of what was said in confidence only before whom it is not kept from; what the county holds, in its inbox', async () => {
      const inConfidence = { about: 'leader', aboutPersonId: null, regardingTicketId: null } as const
      await server.submit('wang', { kind: 'complaint', visibility: 'confidential', inConfidence })
      await server.submit('zhao', { visibility: 'confidential' })
      await until(3)
      expect((await orders('tang')).map(({ number }) => number)).toEqual(['督密〔2026〕2号'])
      await fresh.unitOfWork.run(async (work) =>
        work.insert(postTable, postOf('tang', 'resident', 'liushu')))
      expect(await orders('tang')).toEqual([])
    })

    it('are said to be at least so many where more are late than are looked at, whether or not each has its order', async () => {
      const ticketId = await server.submit('wang')
      await until(3)
      await fresh.unitOfWork.run(async (work) => {
        const [ticket] = await work.find(ticketTable, { id: ticketId })
        if (ticket === undefined) throw new Error('no ticket')
        const { closureDueAt } = ticket
        for (let n = 0; n < 200; n += 1) {
          work.insert(ticketTable, { ...ticket, id: `copy-${n}`, closureDueAt: closureDueAt + 1 })
        }
      })
      const { count, isMore } = await server.boards.countyOrders(await server.as('tang'))
      expect({ count, isMore }).toEqual({ count: 1, isMore: true })
    })
  })

  it('of what was said in confidence the county hears, but for those whom it is kept from', async () => {
    const posts = [postOf('fang', 'staff', 'yunling'), postOf('fang', 'resident', 'liushu')]
    await settlePerson(fresh.database, { id: 'fang', name: '方县' }, ...posts)
    await server.submit('zhao', { visibility: 'confidential' })
    await server.settle()
    // Its leader hears when it is late; until then it is with staff.
    expect([await server.notices('sun'), await server.notices('wu')]).toEqual([['you-are-asked'], []])
    fresh.clock.advance(3 * DAY_MS + MINUTE_MS)
    await server.settle()
    expect([await server.notices('tang'), await server.notices('fang')]).toEqual([['order-issued'], []])
  })

  it('each order says how often it is, also when several fall due at once', async () => {
    await server.submit('wang')
    fresh.clock.advance(3 * DAY_MS + MINUTE_MS)
    await server.settle()
    const counts = (await told()).filter(({ personId, words }) => personId === 'chen' && words.includes('count'))
    expect(counts.map(({ words }) => (JSON.parse(words) as { count: number }).count).sort()).toEqual([1, 2, 3])
  })

  it('no notice carries a telephone number', async () => {
    await server.submit('wang', { text: '打13900000001找我' })
    await server.settle()
    const words = (await told()).map((one) => one.words).join()
    expect(words).toContain('139****0001')
    expect(words).not.toContain('13900000001')
  })

  it('a post that ends while its holder’s act waits its turn gives no right', async () => {
    const ticketId = await server.submit('wang')
    await endPost('chen-director-liushu', 1_000)
    const viewer = await server.as('chen')
    fresh.clock.advance(1_000)
    const reply = new ReplyToTicket(fresh.unitOfWork, fresh.database.ids).execute(viewer, {
      ticketId, text: '我带人过来看看', byCall: false, photoIds: [], voiceId: null,
    })
    await expect(reply).rejects.toThrow('ticket.not-found')
    const look = new ViewReporterPhone(fresh.unitOfWork, fresh.database.ids, fresh.reads).execute(viewer, ticketId, '问几点在家')
    await expect(look).rejects.toThrow('ticket.not-found')
  })

  it('the reporter’s number is not to be had any more once the matter is over', async () => {
    const ticketId = await server.submit('wang')
    const look = async () => new ViewReporterPhone(fresh.unitOfWork, fresh.database.ids, fresh.reads)
      .execute(await server.as('li'), ticketId, '问几点在家')
    expect(await look()).toMatchObject({ phone: '13900000001' })
    await server.withdraw('wang', ticketId)
    await expect(look()).rejects.toThrow('ticket.ended')
  })

  it.each(['admin', 'accountant', 'supervisor'] as const)('an %s, who answers no tickets, cannot be @-ed', async (kind) => {
    await fresh.unitOfWork.run(async (work) => work.insert(postTable, postOf('tang', kind, 'liushu')))
    await expect(server.submit('wang', { addresseeId: 'tang' })).rejects.toThrow('ticket.addressee-not-found')
  })
})
