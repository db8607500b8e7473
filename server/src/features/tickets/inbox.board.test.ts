import { DAY_MS, HOUR_MS } from '@huiying/shared/kernel'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { serverInHand, type ServerInHand } from '../../../test/support/server-in-hand'
import { departmentsAtWork, settleDepartments } from '../../../test/support/departments'
import { settleSmallVillage } from '../../../test/support/small-village'
import { startTestWeChat, type TestWeChat } from '../../../test/support/wechat'
import { AskExtension } from './ask-extension'
import { DecideExtension } from './decide-extension'

describe('the inbox', () => {
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

  const group = async (key: string) => {
    const { groups } = await server.boards.inbox(await server.as('li'))
    const rows = groups.find((one) => one.key === key)?.rows ?? []
    return rows.map((row) => [row.id, row.cycleNumber])
  }

  it('puts first, in its group, what the resident said was not settled, though it is due later', async () => {
    const older = await server.submit('wang')
    await server.reply('li', older, '我九点半到')
    fresh.clock.advance(HOUR_MS)
    const rejected = await server.submit('zhao')
    await server.reply('li', rejected, '我十点半到')
    await server.close('li', rejected, '管道通开了')
    expect(await group('waiting')).toEqual([[rejected, 1]])
    fresh.clock.advance(HOUR_MS)
    await server.reject('zhao', rejected, '又堵上了')

    const both = [[rejected, 2], [older, 1]]
    expect(await group('finish-later')).toEqual(both)
    fresh.clock.advance(100 * HOUR_MS)
    expect(await group('late')).toEqual(both)
  })

  it('says of what is due later, after the hour or another day, that it is', async () => {
    const answered = await server.submit('wang')
    await server.reply('li', answered, '我九点半到')
    const fresher = await server.submit('zhao')
    expect([await group('finish'), await group('finish-later')]).toEqual([[], [[answered, 1]]])
    expect([await group('answer'), await group('answer-later')]).toEqual([[[fresher, 1]], []])
    await fresh.unitOfWork.run(async (work) =>
      work.write('UPDATE tickets SET response_due_at = response_due_at + 1 WHERE id = ?', [fresher]))
    expect([await group('answer'), await group('answer-later')]).toEqual([[], [[fresher, 1]]])
    fresh.clock.advance(15 * HOUR_MS)
    expect([await group('finish'), await group('finish-later')]).toEqual([[[answered, 1]], []])
  })

  it('of a cadre’s own matter is not his, who cannot answer himself, but the others’', async () => {
    const ticketId = await server.submit('li')
    const inboxOf = async (personId: string) =>
      (await server.boards.inbox(await server.as(personId))).groups.flatMap(({ rows }) => rows.map(({ id }) => id))
    expect([await inboxOf('li'), await inboxOf('chen')]).toEqual([[], [ticketId]])
  })

  it('says what waits for others: more time until that is decided, a department until its part is done', async () => {
    const { unitOfWork, ids, clock } = fresh.database
    await settleDepartments(fresh.database)
    const at = departmentsAtWork(fresh.database)
    const waits = async () => {
      const { groups } = await server.boards.inbox(await server.as('li'))
      return groups.flatMap(({ rows }) => rows.map(({ asksMoreTime, openParts }) => [asksMoreTime, openParts]))
    }
    const ticketId = await server.submit('wang')
    await server.reply('li', ticketId, '我九点半到')
    expect(await waits()).toEqual([[false, 0]])

    const words = { ticketId, text: '水泵要从县里调，要多两天', photoIds: [], voiceId: null }
    const promisedAt = (await clock.now()) + 3 * DAY_MS
    await new AskExtension(unitOfWork, ids).execute(await server.as('li'), { ...words, promisedAt })
    await at.whistle('sun', ticketId, ['water', '换掉爆了的管子'], ['roads', '把塌了的路补上'])
    expect(await waits()).toEqual([[true, 2]])

    const [asked] = await fresh.database.reads.query<{ readonly id: string }>('SELECT id FROM ticket_extensions', [])
    const ruling = { ...words, extensionId: asked?.id ?? '', isGranted: false, text: '泵站就有泵，今天去拿' }
    await new DecideExtension(unitOfWork, ids).execute(await server.as('sun'), ruling)
    await at.report('shui', ticketId, 'water')
    await at.finish('shui', ticketId, 'water', '管子换了')
    expect(await waits()).toEqual([[false, 1]])
  })
})
